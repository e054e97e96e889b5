import { compactRow, type StoredValue } from '../../store/stored-row.ts';
import type { DmlContext } from '../dml-context.ts';
import { stampCreation, stampModification } from '../stamps.ts';

/** Writes a row that the platform itself makes beside a saved one: no triggers, no rules. @returns its id */
export function writeCompanion(
    context: DmlContext,
    objectName: string,
    given: Readonly<Record<string, StoredValue>>,
): string {
    const object = context.schema.require(objectName);
    const id = context.transaction.store.ids.next(object.keyPrefix ?? '000');
    const values: StoredValue[] = object.fields.map((field) =>
        field.type === 'boolean' ? false : ((field.defaultValue ?? null) as StoredValue),
    );
    for (const [name, value] of Object.entries({ ...given, Id: id })) {
        const slot = object.field(name)?.slot;
        if (slot !== undefined) values[slot] = value;
    }
    stampCreation(context, object, values);
    stampModification(context, object, values);
    context.transaction.write(object, id, compactRow(values));
    return id;
}

export function updateCompanion(
    context: DmlContext,
    objectName: string,
    id: string,
    changes: Readonly<Record<string, StoredValue>>,
): void {
    const object = context.schema.require(objectName);
    const stored = context.transaction.row(object, id);
    if (stored === undefined) return;
    const values: StoredValue[] = [...stored];
    for (const [name, value] of Object.entries(changes)) {
        const slot = object.field(name)?.slot;
        if (slot !== undefined) values[slot] = value;
    }
    context.transaction.write(object, id, compactRow(values));
}
