import { isFormula, type FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { compactRow, type StoredValue } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** Writes rows that no user ever saved: what comes with an org, and what a deployment brings. */
export class SetupRows {
    private readonly schema: OrgSchema;
    readonly transaction: OrgTransaction;
    /** Who created them; the first user creates itself. */
    userId: string | null = null;
    private readonly touched = new Set<string>();

    constructor(schema: OrgSchema, transaction: OrgTransaction) {
        this.schema = schema;
        this.transaction = transaction;
    }

    /**
     * @param values by field name; fields that the object does not have in this org are left out
     * @param id undefined: the next one of the object
     * @returns the id
     */
    insert(objectName: string, values: Readonly<Record<string, StoredValue>>, id?: string): string {
        const object = this.schema.require(objectName);
        const rowId = id ?? this.transaction.store.ids.next(object.keyPrefix ?? '000');
        const now = Math.floor(this.transaction.now() / 1000) * 1000;
        const row: StoredValue[] = object.fields.map((field) => {
            if (isFormula(field)) return null;
            const fallback = field.type === 'boolean' ? field.defaultValue === true : null;
            return (field.defaultValue as StoredValue) ?? fallback;
        });
        const author = this.userId;
        const audit = {
            CreatedDate: now,
            LastModifiedDate: now,
            SystemModstamp: now,
            CreatedById: author,
            LastModifiedById: author,
        };
        for (const [name, value] of Object.entries({ ...audit, ...values, Id: rowId })) {
            const slot = object.field(name)?.slot;
            if (slot !== undefined) row[slot] = value;
        }
        this.transaction.write(object, rowId, compactRow(row));
        this.touched.add(rowId);
        return rowId;
    }

    /** Inserts the row, or replaces the one that has the same values in the key; that one keeps its id. */
    put(
        objectName: string,
        key: Readonly<Record<string, StoredValue>>,
        values: Readonly<Record<string, StoredValue>>,
    ): string {
        const object = this.schema.require(objectName);
        const wanted = Object.entries(key).map(
            ([name, value]) => [object.field(name)?.slot ?? -1, value ?? null] as const,
        );
        for (const row of this.transaction.scan(object)) {
            if (wanted.every(([slot, value]) => (row[slot] ?? null) === value)) {
                return this.insert(objectName, { ...key, ...values }, row[0] as string);
            }
        }
        return this.insert(objectName, { ...key, ...values });
    }

    /** Rewrites one field of all rows. */
    replaceValues(object: ObjectSchema, { slot }: FieldSchema, replace: (value: StoredValue) => StoredValue): void {
        for (const row of [...this.transaction.scan(object)]) {
            const value = replace(row[slot]);
            if (value === row[slot]) continue;
            const values: StoredValue[] = [...row];
            values[slot] = value;
            this.transaction.write(object, row[0] as string, compactRow(values));
        }
    }

    /** Removes rows, or those with a value in a field, except those that were written through this object. */
    removeOthers(objectName: string, field?: string, value?: StoredValue): void {
        const object = this.schema.object(objectName);
        const slot = field === undefined ? null : object?.field(field)?.slot;
        if (object === undefined || slot === undefined) return;
        for (const row of [...this.transaction.scan(object)]) {
            const id = row[0] as string;
            const isMeant = slot === null || (row[slot] ?? null) === (value ?? null);
            if (isMeant && !this.touched.has(id)) this.transaction.write(object, id, row, 'purged');
        }
    }

    /** The id of the row with that value in an indexed field. */
    find(objectName: string, field: string, value: StoredValue): string | undefined {
        const object = this.schema.require(objectName);
        const slot = object.field(field)?.slot ?? -1;
        for (const row of this.transaction.scan(object)) if (row[slot] === value) return row[0] as string;
        return undefined;
    }

    has(objectName: string): boolean {
        return this.schema.object(objectName) !== undefined;
    }
}
