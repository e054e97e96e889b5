/**
 * The standard objects of the local org, with their fields, child relationships and capabilities.
 *
 * Source: the sObject types (API 65.0) that ship with Salesforce Code Analyzer, for names, Apex types and relationships;
 * conventions of the platform and the Object Reference (overlay/) for everything Apex cannot see. Objects are found
 * case-insensitively and built when they are first asked for; what is returned is shared and never changes.
 */
import { buildObject } from './build-object.ts';
import { objectTable, readObjectIndex, readObjectNames } from './object-row.ts';
import type { StandardObject } from './standard-object.ts';

export type {
    FieldType,
    ObjectNature,
    OrgFeature,
    StandardChildRelationship,
    StandardField,
    StandardObject,
    StandardPicklistValue,
} from './standard-object.ts';

const fileByName = readObjectIndex();
const nameByLowerName = new Map(Object.keys(fileByName).map((name) => [name.toLowerCase(), name]));
const objects = new Map<string, StandardObject>();
let knownNames: ReadonlyMap<string, string> | undefined;

/** A standard object by any spelling of its name; undefined when the local org does not have it. */
export function findStandardObject(name: string): StandardObject | undefined {
    const spelling = nameByLowerName.get(name.toLowerCase());
    if (spelling === undefined) return undefined;
    let object = objects.get(spelling);
    if (object === undefined) {
        const row = objectTable(fileByName[spelling] ?? '')[spelling];
        if (row === undefined) throw new Error(`The table "${fileByName[spelling]}" has no row for ${spelling}`);
        object = buildObject(spelling, row);
        objects.set(spelling, object);
    }
    return object;
}

/** Names of all standard objects that the local org has, sorted. */
export function standardObjectNames(): readonly string[] {
    return Object.keys(fileByName);
}

/**
 * Whether any Salesforce org has a standard object of this name: an object that is known but not found belongs to an
 * edition, feature or industry cloud that the local org does not have.
 */
export function isKnownStandardObject(name: string): boolean {
    knownNames ??= new Map(readObjectNames().map((known) => [known.toLowerCase(), known]));
    return knownNames.has(name.toLowerCase());
}
