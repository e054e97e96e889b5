import type { ClassDescriptor, FieldDescriptor, RuntimeType } from './types.ts';

/** Base of the classes that the compiler emits; `$type` stands on the prototype of each. */
export class ApexObject {
    declare readonly $type: ClassDescriptor;
}

/** Instance fields that hold a value, inherited ones first, in declaration order. */
export function storedFields(type: RuntimeType): readonly FieldDescriptor[] {
    const { superclass, fields } = type as Partial<ClassDescriptor>;
    const inherited = superclass ? storedFields(superclass) : [];
    return [...inherited, ...(fields ?? []).filter((field) => field.stored && !field.static)];
}
