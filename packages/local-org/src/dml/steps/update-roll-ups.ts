import type { Waiting } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../schema/field-schema.ts';
import { recordWithId } from '../../rows/record-with-id.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import { rollUpValue } from '../roll-up.ts';
import type { DmlContext, SaveChunk } from '../dml-context.ts';
import { runSteps } from '../order-of-execution.ts';
import { isGood, saveRow, type SaveRow } from '../save-row.ts';

/** Roll-up fields of one master that one master-detail field feeds. */
interface MasterLink {
    readonly master: ObjectSchema;
    /** Slot of the master-detail field on the detail. */
    readonly slot: number;
    readonly rollUps: readonly FieldSchema[];
}

/**
 * Recomputes the roll-ups of every master that a saved detail has, had or left. A master whose numbers changed goes
 * through its own save, triggers and rules included; what refuses it refuses the details.
 */
export function* updateRollUps(chunk: SaveChunk): Generator<Waiting, void, void> {
    const { context, object, rows } = chunk;
    for (const link of masterLinks(context, object)) {
        const detailsByMaster = new Map<string, SaveRow[]>();
        for (const row of rows.filter(isGood)) {
            for (const id of mastersOf(chunk, row, link.slot))
                detailsByMaster.set(id, [...(detailsByMaster.get(id) ?? []), row]);
        }
        yield* updateMasters(chunk, link, detailsByMaster);
    }
}

function mastersOf({ operation }: SaveChunk, row: SaveRow, slot: number): Set<string> {
    const before = row.previous?.[slot];
    const after = operation === 'delete' ? null : row.values[slot];
    return new Set([before, after].filter((id) => typeof id === 'string'));
}

function* updateMasters(
    { context, object, options }: SaveChunk,
    { master, slot, rollUps }: MasterLink,
    detailsByMaster: ReadonlyMap<string, readonly SaveRow[]>,
): Generator<Waiting, void, void> {
    const changedMasters: SaveRow[] = [];
    for (const id of detailsByMaster.keys()) {
        const stored = context.transaction.row(master, id);
        if (stored === undefined) continue;
        const details = context.transaction.rowsWith(object, slot, id) ?? [];
        const computed = rollUps
            .map((field) => [field.slot, rollUpValue(context, object, field, details)] as const)
            .filter(([target, value]) => (stored[target] ?? null) !== value);
        if (computed.length > 0)
            changedMasters.push({ ...saveRow(changedMasters.length, recordWithId(master, id)), computed });
    }
    if (changedMasters.length === 0) return;
    yield* runSteps({ context, object: master, operation: 'update', rows: changedMasters, options });
    for (const changed of changedMasters) {
        for (const detail of detailsByMaster.get(changed.id as string) ?? []) detail.errors.push(...changed.errors);
    }
}

const linksOfObject = new WeakMap<ObjectSchema, readonly MasterLink[]>();

function masterLinks({ schema }: DmlContext, object: ObjectSchema): readonly MasterLink[] {
    let links = linksOfObject.get(object);
    if (links === undefined) {
        links = object.fields.flatMap((field) => {
            const master = field.type === 'reference' ? schema.object(field.referenceTo[0] ?? '') : undefined;
            if (master === undefined) return [];
            const rollUps = master.fields.filter(
                ({ rollUp }) => rollUp?.childObject === object.name && rollUp.foreignKey === field.name,
            );
            return rollUps.length === 0 ? [] : [{ master, slot: field.slot, rollUps }];
        });
        linksOfObject.set(object, links);
    }
    return links;
}
