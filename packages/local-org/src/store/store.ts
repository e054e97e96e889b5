import { findInternalObject } from '../schema/internal-objects.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { AutoNumbers } from './auto-numbers.ts';
import { IdSequence } from './id-sequence.ts';
import { LockTable } from './lock-table.ts';
import { rowPlacer } from './row-placer.ts';
import { Table } from './table.ts';

/** All rows of the org, with what belongs beside them: locks, ids and auto numbers. */
export class Store {
    readonly locks = new LockTable();
    readonly ids = new IdSequence();
    readonly autoNumbers = new AutoNumbers();
    private readonly tables = new Map<string, Table>();

    /** One table per object name; a deployment that changes the object's fields replaces the table. */
    table(object: ObjectSchema): Table {
        let table = this.tables.get(object.name);
        if (table === undefined) this.tables.set(object.name, (table = new Table(object)));
        return table;
    }

    /**
     * Gives every table the new schema's object; rows are rearranged where fields moved, and dropped with their object.
     * No transaction may be open.
     */
    migrate(schema: OrgSchema): void {
        for (const [name, table] of this.tables) {
            const object = schema.object(name) ?? findInternalObject(name);
            if (object === undefined) this.tables.delete(name);
            else if (object !== table.object) this.tables.set(name, migratedTable(table, object));
        }
    }

    /** The table of an object that ever had a row; asking makes none. */
    existingTable(objectName: string): Table | undefined {
        return this.tables.get(objectName);
    }

    /** Tables that were ever touched. */
    existing(): Iterable<Table> {
        return this.tables.values();
    }
}

function migratedTable(table: Table, object: ObjectSchema): Table {
    const migrated = new Table(object);
    const place = rowPlacer(
        table.object.fields.map(({ name }) => name),
        object,
    );
    for (const state of ['live', 'recycled'] as const) {
        for (const row of table.scan(null, state)) {
            const id = row[0] as string;
            migrated.load(id, place(row), state, table.deletionRoot(id, null));
        }
    }
    return migrated;
}
