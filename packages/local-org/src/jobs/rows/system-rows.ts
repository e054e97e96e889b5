import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import { isFormula } from '../../schema/field-schema.ts';
import { compactRow, type StoredRow, type StoredValue } from '../../store/stored-row.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';

export type RowValues = Readonly<Record<string, StoredValue>>;

/**
 * Rows that the platform itself keeps and no user saves: jobs, schedules and their names. They are written past triggers
 * and checks, and stay when code rolls back to a savepoint.
 */
export class SystemRows {
    private readonly schema: () => OrgSchema;

    /** @param schema asked each time: a deployment replaces it */
    constructor(schema: () => OrgSchema) {
        this.schema = schema;
    }

    object(name: string): ObjectSchema {
        return this.schema().require(name);
    }

    /** @returns the id of the new row */
    insert(transaction: OrgTransaction, objectName: string, values: RowValues): string {
        const object = this.object(objectName);
        const id = transaction.store.ids.next(object.keyPrefix ?? '000');
        const row: StoredValue[] = object.fields.map((field) =>
            field.type === 'boolean' && !isFormula(field) ? false : null,
        );
        fill(object, row, { ...values, Id: id });
        transaction.writeLasting(object, id, compactRow(row));
        return id;
    }

    update(transaction: OrgTransaction, objectName: string, id: string, values: RowValues): void {
        const object = this.object(objectName);
        const row = transaction.row(object, id);
        if (row === undefined) throw new Error(`There is no ${objectName} with the id ${id}`);
        const next = object.fields.map((_, slot) => row[slot] ?? null);
        fill(object, next, values);
        transaction.writeLasting(object, id, compactRow(next));
    }

    /** Gone for good: system rows have no recycle bin. */
    remove(transaction: OrgTransaction, objectName: string, id: string): void {
        const object = this.object(objectName);
        const row = transaction.row(object, id);
        if (row !== undefined) transaction.writeLasting(object, id, row, 'purged');
    }

    /** As the transaction sees the row; undefined: it is not there. */
    find(transaction: OrgTransaction, objectName: string, id: string): SystemRow | undefined {
        const object = this.object(objectName);
        const row = transaction.row(object, id);
        return row && new SystemRow(object, row);
    }

    *scan(transaction: OrgTransaction, objectName: string): Generator<SystemRow> {
        const object = this.object(objectName);
        for (const row of transaction.scan(object)) yield new SystemRow(object, row);
    }
}

/** A row with its fields by name. */
export class SystemRow {
    private readonly object: ObjectSchema;
    private readonly row: StoredRow;

    constructor(object: ObjectSchema, row: StoredRow) {
        this.object = object;
        this.row = row;
    }

    get id(): string {
        return this.row[0] as string;
    }

    text(field: string): string | null {
        return (this.value(field) ?? null) as string | null;
    }

    number(field: string): number | null {
        return (this.value(field) ?? null) as number | null;
    }

    private value(field: string): StoredValue | undefined {
        const slot = this.object.field(field)?.slot;
        return slot === undefined ? undefined : this.row[slot];
    }
}

function fill(object: ObjectSchema, row: StoredValue[], values: RowValues): void {
    for (const [name, value] of Object.entries(values)) {
        const slot = object.field(name)?.slot;
        if (slot !== undefined) row[slot] = value;
    }
}
