import type { SObject, Waiting } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../schema/field-schema.ts';
import { toStoredValue } from '../../rows/apex-value.ts';
import type { DmlContext, SaveChunk } from '../dml-context.ts';
import type { SaveRow } from '../save-row.ts';
import { dmlError } from '../sentences.ts';

/** `new Child__c(Parent__r = new Parent__c(Key__c = 'x'))`: the parent is found by its external id. */
export function* resolveParents({ context, object, rows }: SaveChunk): Generator<Waiting, void, void> {
    for (const row of rows) {
        for (const [name, parent] of row.record.parents ?? []) {
            const lookup = object.relationshipIn(name, object.namespace);
            if (lookup !== undefined && parent !== null && row.record.values[lookup.slot] === undefined) {
                resolveParent(context, row, lookup, parent);
            }
        }
    }
}

function resolveParent({ transaction, schema }: DmlContext, row: SaveRow, lookup: FieldSchema, parent: SObject): void {
    const target = schema.require(parent.type.name);
    const key = target.fields.find(
        ({ slot, idLookup, type }) => idLookup && type !== 'id' && parent.values[slot] != null,
    );
    if (key === undefined) return;
    const value = toStoredValue(key.type, parent.values[key.slot]);
    const found = transaction.rowsWith(target, key.slot, value) ?? [];
    if (found.length === 1) row.record.values[lookup.slot] = found[0]?.[0];
    else {
        const problem = found.length === 0 ? 'foreignKeyNotFound' : 'foreignKeyAmbiguous';
        row.errors.push(dmlError(problem, [], String(value), key.name, target.name));
    }
}
