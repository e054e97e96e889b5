import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { StoredValue } from '../../store/stored-row.ts';
import type { DmlContext } from '../dml-context.ts';
import type { SaveRow } from '../save-row.ts';

/** A row on its way through a save, by field name; fields that the org does not have read as null and take nothing. */
export class RowValues {
    readonly context: DmlContext;
    readonly row: SaveRow;
    private readonly object: ObjectSchema;

    constructor(context: DmlContext, object: ObjectSchema, row: SaveRow) {
        this.context = context;
        this.object = object;
        this.row = row;
    }

    get isNew(): boolean {
        return this.row.previous === null;
    }

    get(name: string): StoredValue {
        return this.row.values[this.slot(name)] ?? null;
    }

    set(name: string, value: StoredValue): void {
        const slot = this.slot(name);
        if (slot >= 0) this.row.values[slot] = value;
    }

    setIfEmpty(name: string, value: StoredValue): void {
        if (this.get(name) === null) this.set(name, value);
    }

    changed(name: string): boolean {
        return this.isNew || (this.row.previous?.[this.slot(name)] ?? null) !== this.get(name);
    }

    /** Whether the caller or a trigger gave the field in this save. */
    isGiven(name: string): boolean {
        const slot = this.slot(name);
        if (this.row.record.values[slot] !== undefined) return true;
        return this.isNew ? (this.row.newRecord?.values[slot] ?? null) !== null : this.changed(name);
    }

    /** A field of the record that a lookup of this row points to. */
    parent(lookup: string, field: string): StoredValue {
        const id = this.get(lookup);
        return typeof id === 'string' ? valueOf(this.context, id, field) : null;
    }

    private slot(name: string): number {
        return this.object.field(name)?.slot ?? -1;
    }
}

/** A field of any record. */
export function valueOf({ schema, transaction }: DmlContext, id: string, field: string): StoredValue {
    const object = schema.objectOfId(id);
    const slot = object?.field(field)?.slot;
    return object === undefined || slot === undefined ? null : (transaction.row(object, id)?.[slot] ?? null);
}

/** The setup row that says what a status or stage means. */
export function meaningOf(
    { schema, transaction }: DmlContext,
    objectName: string,
    label: StoredValue,
): ((field: string) => StoredValue) | undefined {
    const object = schema.require(objectName);
    const slot = object.field('MasterLabel')?.slot ?? -1;
    for (const row of transaction.scan(object)) {
        if (row[slot] === label) return (field) => row[object.field(field)?.slot ?? -1] ?? null;
    }
    return undefined;
}
