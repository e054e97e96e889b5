import type { Waiting } from '@sw-studio/apex/runtime';
import { lookupsOf } from '../checks/reference-check.ts';
import type { SaveChunk } from '../dml-context.ts';
import { lockRow } from './lock-rows.ts';

/**
 * Masters, and parents that may not be deleted while they have children, are locked with the child (Salesforce
 * "Record Locking Cheat Sheet"): their roll-ups and their deletion depend on it. Lookups that are cleared are not.
 */
export function* lockMasters({ context, object, operation, rows }: SaveChunk): Generator<Waiting, void, void> {
    const lookups = lookupsOf(object).filter(
        ({ custom, deleteConstraint }) => custom && deleteConstraint !== 'setNull',
    );
    if (lookups.length === 0) return;
    for (const row of rows) {
        for (const { slot } of lookups) {
            const before = row.previous?.[slot];
            const after = operation === 'delete' ? null : row.values[slot];
            if (operation === 'update' && before === after) continue;
            for (const id of [before, after]) {
                if (typeof id === 'string')
                    yield* lockRow(context, row, id, `${operation.toUpperCase()} ${object.name}`);
            }
        }
    }
}
