import type { Waiting } from '@sw-studio/apex/runtime';
import { childrenOf } from '../children.ts';
import type { SaveChunk } from '../dml-context.ts';
import { dmlError } from '../sentences.ts';

/** A record with children that must not lose it stays. */
export function* refuseRestrictedDeletes({ context, object, rows }: SaveChunk): Generator<Waiting, void, void> {
    const restricted = object.childRelationships.some(({ restrictedDelete }) => restrictedDelete);
    if (!restricted) return;
    for (const row of rows) {
        for (const children of childrenOf(context, object, row.id as string)) {
            if (!children.relationship.restrictedDelete) continue;
            const nameSlot = children.object.nameField?.slot ?? 0;
            const names = children.rows.map((child) => String(child[nameSlot] ?? child[0])).join(', ');
            const ownName = String(row.previous?.[object.nameField?.slot ?? 0] ?? row.id);
            row.errors.push(
                dmlError('restrictedDelete', [], ownName, children.object.labelPlural.toLowerCase(), names),
            );
        }
    }
}
