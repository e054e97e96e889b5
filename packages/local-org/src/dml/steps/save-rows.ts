import type { Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import { compactRow } from '../../store/stored-row.ts';
import { autoNumberText } from '../auto-number-format.ts';
import { checkUnique } from '../checks/unique-check.ts';
import type { SaveChunk } from '../dml-context.ts';
import { isGood, type SaveRow } from '../save-row.ts';

/** Rows are written one after the other, so that two rows of one statement cannot share a unique key. */
export function* saveRows(chunk: SaveChunk): Generator<Waiting, void, void> {
    const { context, object, operation, rows } = chunk;
    for (const row of rows) {
        yield* checkUnique(context, object, row);
        if (!isGood(row)) continue;
        if (operation === 'insert') fillNewRow(chunk, row);
        stampModification(chunk, row);
        context.transaction.write(object, row.id as string, compactRow(row.values));
        row.written = true;
    }
}

function fillNewRow({ context, object }: SaveChunk, row: SaveRow): void {
    const { store } = context.transaction;
    const id = store.ids.next(keyPrefixOf(object));
    row.id = id;
    row.values[0] = id;
    for (const field of object.fields) {
        if (field.autoNumberFormat === null || row.values[field.slot] !== null) continue;
        const number = store.autoNumbers.next(`${object.name}.${field.name}`, field.autoNumberFormat.startingNumber);
        row.values[field.slot] = autoNumberText(
            field.autoNumberFormat.displayFormat,
            number,
            context.transaction.now(),
        );
    }
    const { nameField } = object;
    // A custom object's text name that nobody gave is the record's id.
    if (nameField?.defaultedOnCreate && nameField.createable && row.values[nameField.slot] === null)
        row.values[nameField.slot] = id;
    setIfPresent(object, row, 'CreatedDate', stamp(context.transaction.now()));
    setIfPresent(object, row, 'CreatedById', context.user.id);
}

export function stampModification(
    { context, object }: Pick<SaveChunk, 'context' | 'object'>,
    row: Pick<SaveRow, 'values'>,
): void {
    const now = stamp(context.transaction.now());
    setIfPresent(object, row, 'LastModifiedDate', now);
    setIfPresent(object, row, 'LastModifiedById', context.user.id);
    setIfPresent(object, row, 'SystemModstamp', now);
}

/** Stored datetimes have whole seconds. */
function stamp(milliseconds: number): number {
    return Math.floor(milliseconds / 1000) * 1000;
}

function setIfPresent(
    object: ObjectSchema,
    { values }: Pick<SaveRow, 'values'>,
    name: string,
    value: string | number,
): void {
    const slot = object.field(name)?.slot;
    if (slot !== undefined) values[slot] = value;
}

function keyPrefixOf(object: ObjectSchema): string {
    if (object.keyPrefix === null) throw new Error(`${object.name} has no records of its own`);
    return object.keyPrefix;
}
