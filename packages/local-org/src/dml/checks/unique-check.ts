import type { DmlError, Waiting } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../schema/field-schema.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { StoredRow, StoredValue } from '../../store/stored-row.ts';
import type { Writer } from '../../store/table.ts';
import type { DmlContext } from '../dml-context.ts';
import { dmlError } from '../sentences.ts';
import type { SaveRow } from '../save-row.ts';
import { RowLockedError } from '../../transaction/lock-errors.ts';

const uniqueFieldsOfObject = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

/** Hierarchy settings have one row per organization, profile and user. */
function uniqueFieldsOf(object: ObjectSchema): readonly FieldSchema[] {
    let fields = uniqueFieldsOfObject.get(object);
    if (fields === undefined) {
        fields = object.fields.filter(
            ({ unique, name }) => unique || (object.kind === 'hierarchySetting' && name === 'SetupOwnerId'),
        );
        uniqueFieldsOfObject.set(object, fields);
    }
    return fields;
}

/**
 * No other row holds a unique value of this one. A value that another open transaction holds, or is about to give up,
 * makes this one wait for that transaction's end, as the database's own index does.
 */
export function* checkUnique(context: DmlContext, object: ObjectSchema, row: SaveRow): Generator<Waiting, void, void> {
    for (const field of uniqueFieldsOf(object)) {
        const value = row.values[field.slot];
        if (value === null || value === undefined || row.previous?.[field.slot] === value) continue;
        const error = yield* checkValue(context, object, field, value, row.id);
        if (error !== undefined)
            row.errors.push(isUsername(object, field) ? dmlError('duplicateUsername', [field.name]) : error);
    }
}

/** Usernames are unique beyond the org, which the platform says in words of its own. */
function isUsername(object: ObjectSchema, field: FieldSchema): boolean {
    return object.name === 'User' && field.name === 'Username';
}

type Conflict =
    | { readonly kind: 'duplicate'; readonly id: string }
    | { readonly kind: 'wait'; readonly holder: Writer; readonly id: string };

function* checkValue(
    context: DmlContext,
    object: ObjectSchema,
    field: FieldSchema,
    value: StoredValue,
    ownId: string | null,
): Generator<Waiting, DmlError | undefined, void> {
    for (;;) {
        const conflict = findConflict(context, object, field, value, ownId);
        if (conflict === undefined) return undefined;
        if (conflict.kind === 'duplicate') return dmlError('duplicateValue', [field.name], field.name, conflict.id);
        try {
            yield* context.transaction.awaitEnd(
                conflict.holder,
                conflict.id,
                `unique value of ${object.name}.${field.name}`,
            );
        } catch (error) {
            if (!(error instanceof RowLockedError)) throw error;
            return dmlError('lockedRow', [], conflict.id);
        }
    }
}

function findConflict(
    { transaction }: DmlContext,
    object: ObjectSchema,
    field: FieldSchema,
    value: StoredValue,
    ownId: string | null,
): Conflict | undefined {
    const table = transaction.store.table(object);
    const isSame = (row: StoredRow | undefined): boolean =>
        row !== undefined && sameValue(field, row[field.slot], value);
    // A setting of the org does not stand in the way of a test that cannot see it; unique fields do, as on the platform.
    const isSetting = object.kind === 'hierarchySetting' || object.kind === 'listSetting';
    const ignoresCommitted = isSetting && transaction.hidesCommitted(object);
    for (const id of table.candidates(field.slot, value) ?? []) {
        if (id === ownId) continue;
        const pending = table.pendingOf(id);
        const pendingHolds = pending?.state === 'live' && isSame(pending.row);
        if (pending?.writer === transaction) {
            if (pendingHolds) return { kind: 'duplicate', id };
            continue;
        }
        const committedHolds = !ignoresCommitted && isSame(table.committed(id));
        if (pending !== undefined && (pendingHolds || committedHolds))
            return { kind: 'wait', holder: pending.writer, id };
        if (committedHolds) return { kind: 'duplicate', id };
    }
    return undefined;
}

/** Candidates have the value in some case; a case-sensitive field wants the very same. */
function sameValue(field: FieldSchema, stored: StoredValue, value: StoredValue): boolean {
    if (typeof stored !== 'string' || typeof value !== 'string') return stored === value;
    return field.caseSensitive ? stored === value : stored.toLowerCase() === value.toLowerCase();
}
