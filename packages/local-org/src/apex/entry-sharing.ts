import type { ClassDescriptor, RuntimeType } from '@sw-studio/apex/runtime';

/**
 * Whether a class respects sharing where the platform enters Apex by it: as its own keyword says, which for `inherited sharing` means with
 * (Apex Developer Guide, "Use the with sharing, without sharing, and inherited sharing Keywords").
 *
 * @param target an object of the class, or the class itself for a static method
 * @param byDefault for a class without a keyword: true where a Lightning component asks
 */
export function entrySharing(target: object, byDefault: boolean): boolean {
    const sharing = keywordOf(typeAt(target));
    return sharing === null ? byDefault : sharing !== 'without';
}

/** Of the package of a class; undefined for what is no class of Apex. @param target as for `entrySharing` */
export function namespaceOf(target: object): string | undefined {
    return (typeAt(target) as Partial<ClassDescriptor> | null)?.namespace;
}

function typeAt(target: object): RuntimeType | null {
    const { $type = null } = (typeof target === 'function' ? target.prototype : target) as { $type?: RuntimeType };
    return $type;
}

function keywordOf(type: RuntimeType | null): ClassDescriptor['sharing'] {
    if (type === null) return null;
    const { sharing = null, superclass = null } = type as Partial<ClassDescriptor>;
    return sharing ?? keywordOf(superclass);
}
