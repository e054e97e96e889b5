/**
 * The signatures of the Apex standard library: which types, methods, fields and constructors exist on the platform,
 * whether or not this runtime implements them. "Does not exist" and "exists but is not supported" are thereby two answers.
 *
 * Source: the platform types (API 65.0) that ship with Salesforce Code Analyzer, corrected by hand in corrections/.
 * Names are found case-insensitively, as Apex does. Tables are read when their namespace is first asked for, and a
 * type's members are parsed when it is; what is returned is shared and never changes.
 */
import { corrections, correct } from './corrections/index.ts';
import type { PlatformMethod, PlatformType } from './platform-type.ts';
import { parseField, parseMethod, parseParameters, qualify } from './signature.ts';
import { readSignatureTable, tableFiles, type TypeRow } from './signature-table.ts';

export type {
    PlatformConstructor,
    PlatformField,
    PlatformMethod,
    PlatformParameter,
    PlatformType,
    TypeText,
} from './platform-type.ts';

interface Entry {
    readonly name: string;
    readonly row: TypeRow;
    type?: PlatformType;
}

const namespaceByLowerName = new Map(Object.keys(tableFiles).map((namespace) => [namespace.toLowerCase(), namespace]));
const entriesByNamespace = new Map<string, ReadonlyMap<string, Entry>>();

/** Namespaces that a name without a dot is looked up in, in this order, after the classes of the project. */
export const implicitNamespaces: readonly string[] = ['System', 'Schema'];

/** All namespaces of the standard library, in the spelling of the Apex reference. */
export function platformNamespaces(): readonly string[] {
    return [...namespaceByLowerName.values()];
}

/**
 * Finds a type of the standard library.
 *
 * @param namespace any spelling: `system`, `Database`
 * @param name any spelling, without namespace and type arguments; nested types as `Outer.Inner`
 * @returns undefined when the platform has no such type (standard objects are not in these tables)
 */
export function findPlatformType(namespace: string, name: string): PlatformType | undefined {
    const spelling = namespaceByLowerName.get(namespace.toLowerCase());
    if (spelling === undefined) return undefined;
    const entry = entriesOf(spelling).get(name.toLowerCase());
    if (entry === undefined) return undefined;
    return (entry.type ??= parseType(spelling, entry));
}

/** All types of a namespace, nested ones included, sorted by name; empty for an unknown namespace. */
export function typesOf(namespace: string): readonly PlatformType[] {
    const spelling = namespaceByLowerName.get(namespace.toLowerCase());
    if (spelling === undefined) return [];
    return [...entriesOf(spelling).values()].map((entry) => (entry.type ??= parseType(spelling, entry)));
}

function entriesOf(namespace: string): ReadonlyMap<string, Entry> {
    let entries = entriesByNamespace.get(namespace);
    if (entries === undefined) {
        const table = correct(namespace, readSignatureTable(namespace), corrections);
        entries = new Map(Object.entries(table).map(([name, row]) => [name.toLowerCase(), { name, row }]));
        entriesByNamespace.set(namespace, entries);
    }
    return entries;
}

function parseType(namespace: string, { name, row }: Entry): PlatformType {
    const generic = row.generic ?? [];
    const kind = row.kind ?? 'class';
    const lastDot = name.lastIndexOf('.');
    const methods = (row.methods ?? []).map((signature) => parseMethod(signature, generic));
    return {
        namespace,
        name,
        kind,
        ...(lastDot > 0 && { outer: name.slice(0, lastDot) }),
        typeParameters: generic,
        ...(row.extends !== undefined && { superclass: qualify(row.extends, generic) }),
        interfaces: (row.implements ?? []).map((type) => qualify(type, generic)),
        abstract: row.abstract ?? false,
        virtual: row.virtual ?? row.abstract ?? false,
        constructors: (row.constructors ?? []).map((list) => ({ parameters: parseParameters(list, generic) })),
        methods: kind === 'enum' ? [...enumMethods(`${namespace}.${name}`), ...methods] : methods,
        fields: (row.fields ?? []).map((signature) => parseField(signature, generic)),
        enumConstants: row.constants ?? [],
    };
}

/** What every enum has (Apex Developer Guide, "Enums"): the tables leave these out. */
function enumMethods(enumType: string): PlatformMethod[] {
    return [
        { name: 'values', static: true, parameters: [], returns: `System.List<${enumType}>` },
        { name: 'valueOf', static: true, parameters: [{ type: 'System.String', name: 'name' }], returns: enumType },
        { name: 'name', static: false, parameters: [], returns: 'System.String' },
        { name: 'ordinal', static: false, parameters: [], returns: 'System.Integer' },
    ];
}
