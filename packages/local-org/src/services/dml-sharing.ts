import type { DmlError, DmlRequest, SObject } from '@sw-studio/apex/runtime';
import { dmlError } from '../dml/sentences.ts';
import { toStoredValue } from '../rows/apex-value.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { RecordAccess, RecordSharing } from './record-sharing.ts';

export interface SharingContext {
    readonly transaction: OrgTransaction;
    readonly schema: OrgSchema;
    readonly sharing: RecordSharing;
}

/** What stands against writing one record of a statement; empty: nothing, as far as sharing goes. */
export function sharingErrors(context: SharingContext, request: DmlRequest, index: number): DmlError[] {
    const record = request.records[index] as SObject;
    const object = record.type as ObjectSchema;
    const existing = existingRow(context, request, record);
    if (existing === undefined) {
        return mayHangOnMasters(context, record) ? [] : [dmlError('insufficientCrossReference', [])];
    }
    const refusal = refusalOf(context, object, existing, request.operation === 'delete' ? 'delete' : 'edit');
    if (refusal !== null) return [refusal];
    // the records that a merge leaves behind are deleted
    for (const id of request.mergeIds?.[index] ?? []) {
        const loser = context.transaction.row(object, id);
        const lost = loser === undefined ? null : refusalOf(context, object, loser, 'delete');
        if (lost !== null) return [lost];
    }
    return [];
}

function refusalOf(
    { sharing }: SharingContext,
    object: ObjectSchema,
    row: StoredRow,
    wanted: RecordAccess,
): DmlError | null {
    if (sharing.may(object, row, wanted)) return null;
    return dmlError(sharing.may(object, row, 'read') ? 'insufficientAccess' : 'insufficientCrossReference', []);
}

/** The row that a record stands for by its id, or in an upsert by its key. */
function existingRow(
    { transaction }: SharingContext,
    { operation, externalIdField }: DmlRequest,
    record: SObject,
): StoredRow | undefined {
    const object = record.type as ObjectSchema;
    if (operation === 'upsert' && externalIdField != null && externalIdField.type !== 'id') {
        const key = toStoredValue(externalIdField.type, record.values[externalIdField.slot]);
        return key === null ? undefined : transaction.rowsWith(object, externalIdField.slot, key)?.[0];
    }
    return record.id === null ? undefined : transaction.row(object, record.id);
}

/** A new detail hangs on a master that the user may change (Salesforce Help, "Master-Detail Relationships"). */
function mayHangOnMasters({ transaction, schema, sharing }: SharingContext, record: SObject): boolean {
    return (record.type as ObjectSchema).fields.every((field) => {
        const id = field.cascadeDelete ? record.values[field.slot] : null;
        const master = typeof id === 'string' ? schema.objectOfId(id) : undefined;
        const row = master && transaction.row(master, id as string);
        return master === undefined || row === undefined || sharing.may(master, row, 'edit');
    });
}
