import { ApexList } from '../collections/list.ts';
import type { SObject } from './sobject.ts';

/**
 * What a record holds, by name: fields in slot order, aliased select items, parents and child lists. This is what
 * printing, JSON and `getPopulatedFieldsAsMap` show.
 */
export function populatedEntries(record: SObject): (readonly [name: string, value: unknown])[] {
    const entries: (readonly [string, unknown])[] = [];
    record.values.forEach((value, slot) => {
        const field = record.type.fields[slot];
        if (value !== undefined && field !== undefined) entries.push([field.name, value]);
    });
    for (const [alias, value] of record.aliases ?? []) entries.push([alias, value]);
    for (const [name, parent] of record.parents ?? []) {
        if (parent !== null) entries.push([record.type.relationship(name)?.relationshipName ?? name, parent]);
    }
    for (const [name, children] of record.children ?? []) {
        if (children instanceof ApexList) {
            entries.push([record.type.childRelationship(name)?.relationshipName ?? name, children]);
        }
    }
    return entries;
}
