import { findPlatformType } from '../../platform/index.ts';
import type { LibraryFunction } from '../library.ts';

/**
 * One implementation for every overload of a method that the platform tables list: for methods that tell their arguments
 * apart by kind, as `Database.insert` does with a Boolean, DMLOptions and AccessLevel.
 *
 * @param typeName qualified: `System.Database`
 */
export function overloads(
    typeName: string,
    methodName: string,
    body: LibraryFunction,
): Readonly<Record<string, LibraryFunction>> {
    const dot = typeName.indexOf('.');
    const type = findPlatformType(typeName.slice(0, dot), typeName.slice(dot + 1));
    const found = (type?.methods ?? []).filter((method) => method.name === methodName);
    if (found.length === 0) throw new Error(`The platform has no method ${typeName}.${methodName}`);
    return Object.fromEntries(
        found.map(({ name, parameters }) => [
            `${name}(${parameters.map(({ type: text }) => text.replaceAll(/\bSystem\.|\s/g, '')).join(',')})`,
            body,
        ]),
    );
}
