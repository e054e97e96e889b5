import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlatformType, platformNamespaces, typesOf, type PlatformType } from '../../../src/platform/index.ts';
import { isExceptionTypeName } from '../../../src/runtime/exceptions.ts';
import { libraries } from '../../../src/runtime/library/index.ts';
import type { TypeLibrary } from '../../../src/runtime/library.ts';

/** Object is the root of all types and stands in no table. */
const WITHOUT_TABLE = new Set(['System.Object']);

function platformTypeOf(library: TypeLibrary): PlatformType | undefined {
    const dot = library.type.indexOf('.');
    return findPlatformType(library.type.slice(0, dot), library.type.slice(dot + 1));
}

function signature(name: string, parameters: readonly { readonly type: string }[]): string {
    return `${name}(${parameters.map(({ type }) => type.replaceAll(/\bSystem\.|\s/g, '')).join(',')})`.toLowerCase();
}

function unknownMembers(library: TypeLibrary, type: PlatformType): string[] {
    const methods = (isStatic: boolean): Set<string> =>
        new Set(type.methods.filter((m) => m.static === isStatic).map((m) => signature(m.name, m.parameters)));
    const fields = (isStatic: boolean): Set<string> =>
        new Set(type.fields.filter((f) => f.static === isStatic).map((f) => f.name.toLowerCase()));
    const constructors = new Set(type.constructors.map((c) => signature('new', c.parameters)));
    const missing = (members: object | undefined, known: ReadonlySet<string>): string[] =>
        Object.keys(members ?? {}).filter((key) => !known.has(key.toLowerCase()));
    return [
        ...missing(library.methods, methods(false)),
        // custom settings and custom metadata have statics of their own types, which no table lists
        ...(library.type === 'System.SObject' ? [] : missing(library.statics, methods(true))),
        ...missing(library.fields, fields(false)),
        ...missing(library.staticFields, fields(true)),
        ...missing(library.constructors, constructors),
    ];
}

test('every member that the library implements is one that the platform tables list', () => {
    const unknown: string[] = [];
    for (const library of libraries) {
        if (WITHOUT_TABLE.has(library.type)) continue;
        const type = platformTypeOf(library);
        if (type === undefined) unknown.push(library.type);
        else unknown.push(...unknownMembers(library, type).map((key) => `${library.type}.${key}`));
    }
    assert.deepEqual(unknown, []);
});

test('no type and no member is implemented twice', () => {
    const seen = new Set<string>();
    const doubled = libraries
        .map((library) => library.type.toLowerCase())
        .filter((type) => seen.size === seen.add(type).size);
    assert.deepEqual(doubled, []);
});

test('restrictions are stated of members that exist', () => {
    const unknown = libraries.flatMap((library) => {
        const { methods, statics, constructors, fields, staticFields } = library;
        const members = { ...methods, ...statics, ...constructors, ...fields, ...staticFields };
        return Object.keys(library.partly ?? {})
            .filter((key) => !(key in members))
            .map((key) => `${library.type}.${key}`);
    });
    assert.deepEqual(unknown, []);
});

test('every exception type of the platform has a class', () => {
    const missing = platformNamespaces()
        .flatMap((namespace) => typesOf(namespace))
        .filter((type) => type.superclass === 'System.Exception')
        .map((type) => `${type.namespace}.${type.name}`)
        .filter((name) => !isExceptionTypeName(name));
    assert.deepEqual(missing, []);
});
