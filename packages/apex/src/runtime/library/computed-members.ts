import { findPlatformType } from '../../platform/index.ts';
import type { TypeLibrary } from '../library.ts';

/** How each member of a read-only type is worked out, by member name: `Label`, `Createable`. */
export type MemberReaders<T> = Readonly<Record<string, (self: T) => unknown>>;

const ACCESSOR = /^(?:get|is)(?=[A-Z])/;

/**
 * The variables of a platform type and the `getX()` and `isX()` over them, for those members that have a reader; the
 * others stay unsupported. The reference lists every member twice, this writes each once.
 *
 * @param typeName qualified: `Schema.DescribeFieldResult`
 */
export function computedMembers<T>(
    typeName: string,
    readers: MemberReaders<T>,
): Required<Pick<TypeLibrary, 'fields' | 'methods'>> {
    const dot = typeName.indexOf('.');
    const type = findPlatformType(typeName.slice(0, dot), typeName.slice(dot + 1));
    const byName = new Map(Object.entries(readers).map(([name, read]) => [name.toLowerCase(), read]));
    const fields: Record<string, { get(self: T): unknown }> = {};
    const methods: Record<string, (self: T) => unknown> = {};
    for (const { name, static: isStatic } of type?.fields ?? []) {
        const read = byName.get(name.toLowerCase());
        if (!isStatic && read !== undefined) fields[name] = { get: read };
    }
    for (const { name, static: isStatic, parameters } of type?.methods ?? []) {
        const read = byName.get(name.replace(ACCESSOR, '').toLowerCase());
        if (!isStatic && parameters.length === 0 && read !== undefined) methods[`${name}()`] = read;
    }
    return { fields: fields, methods };
}
