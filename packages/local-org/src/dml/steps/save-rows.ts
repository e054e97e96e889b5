import type { Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import { compactRow } from '../../store/stored-row.ts';
import { autoNumberText } from '../auto-number-format.ts';
import { checkUnique } from '../checks/unique-check.ts';
import type { SaveChunk } from '../dml-context.ts';
import { isGood, type SaveRow } from '../save-row.ts';
import { stampCreation, stampModification } from '../stamps.ts';

/** Rows are written one after the other, so that two rows of one statement cannot share a unique key. */
export function* saveRows(chunk: SaveChunk): Generator<Waiting, void, void> {
    const { context, object, operation, rows } = chunk;
    for (const row of rows) {
        yield* checkUnique(context, object, row);
        if (!isGood(row)) continue;
        if (operation === 'insert') fillNewRow(chunk, row);
        stampModification(context, object, row.values);
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
    stampCreation(context, object, row.values);
}

function keyPrefixOf(object: ObjectSchema): string {
    if (object.keyPrefix === null) throw new Error(`${object.name} has no records of its own`);
    return object.keyPrefix;
}
