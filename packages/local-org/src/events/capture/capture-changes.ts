import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import type { StoredRow, StoredValue } from '../../store/stored-row.ts';
import type { RowChange } from '../../transaction/org-transaction.ts';
import type { ChangeHeader, EventDraft } from '../log/event-record.ts';
import { changeEventOf } from './change-event-object.ts';

export interface CaptureOptions {
    readonly schema: OrgSchema;
    /** Who made the changes. */
    readonly userId: string;
    /** Epoch milliseconds. */
    readonly now: number;
    readonly commitNumber: number;
    uuid(): string;
}

interface Change {
    readonly event: ObjectSchema;
    readonly entityName: string;
    readonly changeType: ChangeHeader['changeType'];
    readonly values: Readonly<Record<string, StoredValue>>;
    readonly changedFields: readonly string[];
    readonly nulledFields: readonly string[];
}

/**
 * The change events of one transaction, in the order in which its rows were first written: one for each row that is not
 * as it was, where neighbours with the same change share one (Change Data Capture Developer Guide, "Merged Change
 * Events").
 */
export function captureChanges(rows: readonly RowChange[], options: CaptureOptions): EventDraft[] {
    const merged: { readonly change: Change; readonly key: string; readonly recordIds: string[] }[] = [];
    for (const row of rows) {
        const change = changeOf(row, options.schema);
        if (change === null) continue;
        const key = JSON.stringify([change.entityName, change.changeType, change.values, change.changedFields]);
        const last = merged.at(-1);
        if (last?.key === key) last.recordIds.push(row.id);
        else merged.push({ change, key, recordIds: [row.id] });
    }
    const transactionKey = options.uuid();
    return merged.map(({ change, recordIds }, index): EventDraft => {
        const { entityName, changeType, changedFields, nulledFields } = change;
        return {
            topic: change.event.name,
            uuid: options.uuid(),
            publishedBy: options.userId,
            values: change.values,
            header: {
                entityName,
                recordIds,
                changeType,
                changeOrigin: '',
                transactionKey,
                sequenceNumber: index + 1,
                commitTimestamp: options.now,
                commitNumber: options.commitNumber,
                commitUser: options.userId,
                changedFields,
                nulledFields,
                diffFields: [],
            },
        };
    });
}

/** Null: nothing happened to the row that a subscriber could see. */
function changeOf({ object, before, after, undeleted }: RowChange, schema: OrgSchema): Change | null {
    const event = changeEventOf(object, schema);
    if (event === undefined || (before === null && after === null)) return null;
    const entityName = object.name;
    if (after === null) {
        return { event, entityName, changeType: 'DELETE', values: {}, changedFields: [], nulledFields: [] };
    }
    if (before === null) {
        const values = Object.fromEntries(valuesOf(event, object, after).filter(([, value]) => value !== null));
        const changeType = undeleted ? 'UNDELETE' : 'CREATE';
        return { event, entityName, changeType, values, changedFields: [], nulledFields: [] };
    }
    const earlier = new Map(valuesOf(event, object, before));
    const changed = valuesOf(event, object, after).filter(([name, value]) => earlier.get(name) !== value);
    if (changed.length === 0) return null;
    return {
        event,
        entityName,
        changeType: 'UPDATE',
        values: Object.fromEntries(changed),
        changedFields: changed.map(([name]) => name),
        nulledFields: changed.filter(([, value]) => value === null).map(([name]) => name),
    };
}

/** Fields that the change event has. */
function valuesOf(
    event: ObjectSchema,
    object: ObjectSchema,
    row: StoredRow,
): (readonly [name: string, value: StoredValue])[] {
    return object.fields
        .filter(({ name, slot }) => slot > 0 && event.field(name) !== undefined)
        .map(({ name, slot }) => [name, row[slot] ?? null] as const);
}
