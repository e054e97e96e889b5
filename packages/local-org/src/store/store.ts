import type { ObjectSchema } from '../schema/object-schema.ts';
import { AutoNumbers } from './auto-numbers.ts';
import { IdSequence } from './id-sequence.ts';
import { LockTable } from './lock-table.ts';
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

    /** The table of an object that ever had a row; asking makes none. */
    existingTable(objectName: string): Table | undefined {
        return this.tables.get(objectName);
    }

    /** Tables that were ever touched. */
    existing(): Iterable<Table> {
        return this.tables.values();
    }
}
