import type { ClassDescriptor, RuntimeType } from './types.ts';

/** The type that objects of emitted and built-in classes carry on their prototype; null for other values. */
export function typeOfObject(value: object): RuntimeType | null {
    return (value as { readonly $type?: RuntimeType }).$type ?? null;
}

const cache = new WeakMap<RuntimeType, ReadonlySet<string>>();

/**
 * Names, in lower case, of a type and of everything it extends and implements. Names rather than objects, because
 * interfaces of the library are generic (`system.iterable<string>`) and have no object per use; both `system.iterable`
 * and the applied form are in the answer.
 */
export function supertypesOf(type: RuntimeType): ReadonlySet<string> {
    let names = cache.get(type);
    if (names === undefined) {
        const collected = new Set<string>();
        collect(type, collected);
        cache.set(type, collected);
        names = collected;
    }
    return names;
}

function collect(type: RuntimeType, names: Set<string>): void {
    const name = type.name.toLowerCase();
    names.add(name);
    const open = name.indexOf('<');
    if (open > 0) names.add(name.slice(0, open));
    if (type.kind === 'list' || type.kind === 'set') {
        names.add('system.iterable').add(`system.iterable<${type.arguments[0]?.name.toLowerCase()}>`);
    }
    const { superclass, interfaces } = type as Partial<ClassDescriptor>;
    if (superclass) collect(superclass, names);
    for (const each of interfaces ?? []) collect(each, names);
}
