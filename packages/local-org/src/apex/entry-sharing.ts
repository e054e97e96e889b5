import type { ClassDescriptor, RuntimeType } from '@sw-studio/apex/runtime';

/**
 * Whether a class respects sharing where the platform enters Apex by it: as its own keyword says, which for `inherited sharing` means with
 * (Apex Developer Guide, "Use the with sharing, without sharing, and inherited sharing Keywords").
 *
 * @param target an object of the class, or the class itself for a static method
 * @param byDefault for a class without a keyword: true where a Lightning component asks
 */
export function entrySharing(target: object, byDefault: boolean): boolean {
    const { $type } = (typeof target === 'function' ? target.prototype : target) as { readonly $type?: RuntimeType };
    const sharing = keywordOf($type ?? null);
    return sharing === null ? byDefault : sharing !== 'without';
}

function keywordOf(type: RuntimeType | null): ClassDescriptor['sharing'] {
    if (type === null) return null;
    const { sharing = null, superclass = null } = type as Partial<ClassDescriptor>;
    return sharing ?? keywordOf(superclass);
}
