import { readFileSync } from 'node:fs';

/**
 * One object of a generated table (`npm run platform-tables`), as the platform types declare it to Apex.
 *
 * A field is `Type Name`, or `Type Name RelationshipName Target` with target `*` for a polymorphic reference; a child
 * relationship is `RelationshipName ChildObject ChildField`. Lengths, describe types, labels and the rest are not in
 * the platform types: field-conventions.ts and overlay/ supply them.
 */
export interface ObjectRow {
    readonly fields: readonly string[];
    readonly children?: readonly string[];
}

const folder = new URL('./tables/', import.meta.url);
const tables = new Map<string, Readonly<Record<string, ObjectRow>>>();

/** The table with the rows of `file`; read once. */
export function objectTable(file: string): Readonly<Record<string, ObjectRow>> {
    let table = tables.get(file);
    if (table === undefined) {
        table = read(`${file}.json`) as Readonly<Record<string, ObjectRow>>;
        tables.set(file, table);
    }
    return table;
}

/** File of every object that has a row. */
export function readObjectIndex(): Readonly<Record<string, string>> {
    return read('index.json') as Readonly<Record<string, string>>;
}

/** Names of all objects of the platform, of every edition and industry cloud. */
export function readObjectNames(): readonly string[] {
    return read('names.json') as readonly string[];
}

function read(file: string): unknown {
    return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}
