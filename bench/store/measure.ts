/** The local org's store with a million rows, beside the same rows in SQLite in memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Decimal, drive, SObject, type SObjectTypeInfo } from '@sw-studio/apex/runtime';
import { LocalOrg, SqliteDurability } from '@sw-studio/local-org';
import { medianOf, milliseconds, within, type Measurement } from '../measurement.ts';
import { benchPackage } from './bench-object.ts';
import { SqliteRows } from './sqlite-rows.ts';
import { rowValues } from './bench-rows.ts';

const ROWS = 1_000_000;
const BYTES_A_ROW = 600;
const QUERY_BAR = 5;
const INSERT_BAR = 10;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export async function measure(): Promise<Measurement[]> {
    const org = LocalOrg.create([benchPackage()]);
    const memory = fill(org);
    const insert = inserts(org);
    const sqlite = new SqliteRows(org, ROWS);
    const measurements = [memory(sqlite.bytesPerRow), insert(sqlite), ...queries(org, sqlite), ...commits()];
    sqlite.close();
    return measurements;
}

const slotOf = (type: SObjectTypeInfo, name: string): number => type.field(name)?.slot ?? -1;

/** Loads the rows with the unique index that every insert needs; other indexes are built when they are first asked for. */
function fill(org: LocalOrg): (sqliteBytes: number) => Measurement {
    const object = org.schema.require('Row__c');
    collect();
    const before = process.memoryUsage().heapUsed;
    const table = org.store.table(object);
    table.index(slotOf(object, 'Key__c'));
    for (let index = 0; index < ROWS; index++) {
        const id = org.store.ids.next(object.keyPrefix ?? '');
        table.load(id, rowValues(org, index, id), 'live');
    }
    collect();
    const bytes = (process.memoryUsage().heapUsed - before) / ROWS;
    return (sqliteBytes) => ({
        what: 'memory of a row of 17 fields, unique index included',
        ours: `${bytes.toFixed(0)} bytes`,
        beside: `${sqliteBytes.toFixed(0)} bytes`,
        ratio: `${(bytes / sqliteBytes).toFixed(2)}x`,
        bar: `below ${BYTES_A_ROW} bytes`,
        met: bytes < BYTES_A_ROW,
    });
}

interface QueryCase {
    readonly what: string;
    readonly soql: (turn: number) => string;
    readonly sql: string;
    readonly values: (turn: number) => string[];
}

const QUERIES: readonly QueryCase[] = [
    {
        what: 'one row by unique key',
        soql: (turn) => `SELECT Id, Name, Status__c FROM Row__c WHERE Key__c = 'key-${(turn * 7919) % ROWS}'`,
        sql: 'SELECT Id, Name, Status__c FROM r WHERE Key__c = ? COLLATE NOCASE',
        values: (turn) => [`key-${(turn * 7919) % ROWS}`],
    },
    {
        what: '1,000 rows by external id',
        soql: (turn) => `SELECT Id, Name, Status__c FROM Row__c WHERE Claim__c = 'PENDING-${turn % 1000}'`,
        sql: 'SELECT Id, Name, Status__c FROM r WHERE Claim__c = ? COLLATE NOCASE',
        values: (turn) => [`PENDING-${turn % 1000}`],
    },
    {
        what: 'the next 200 rows of an ordered external id',
        soql: (turn) => `SELECT Id, Name FROM Row__c WHERE Key__c >= 'KEY-${turn}' ORDER BY Key__c LIMIT 200`,
        sql: 'SELECT Id, Name FROM r WHERE Key__c >= ? COLLATE NOCASE ORDER BY Key__c COLLATE NOCASE LIMIT 200',
        values: (turn) => [`KEY-${turn}`],
    },
];

function queries(org: LocalOrg, sqlite: SqliteRows): Measurement[] {
    const { database } = org.openTransaction();
    return QUERIES.map(({ what, soql, sql, values }) => {
        let turn = 0;
        const text = (): string => soql(turn++);
        const run = (): unknown =>
            drive(database.query({ text: text(), binds: new Map(), access: null, dynamic: true }));
        const ours = medianOf(101, run, 5);
        const beside = medianOf(101, () => sqlite.all(sql, values(turn++)), 5);
        return {
            ...within(`query: ${what}`, ours, QUERY_BAR),
            beside: milliseconds(beside),
            ratio: `${(ours / beside).toFixed(2)}x`,
        };
    });
}

/** 200 rows through the whole order of execution with eight indexes, taken back each time. */
function inserts(org: LocalOrg): (sqlite: SqliteRows) => Measurement {
    const type: SObjectTypeInfo = org.schema.require('Row__c');
    const table = org.store.table(org.schema.require('Row__c'));
    for (const name of ['Name', 'OwnerId', 'CreatedDate', 'SystemModstamp', 'Claim__c', 'Source__c', 'Account__c']) {
        table.index(slotOf(type, name));
    }
    // What building the indexes left behind is not the insert's cost.
    collect();
    const { database, transaction } = org.openTransaction();
    let number = 0;
    const ours = medianOf(
        101,
        () => {
            const savepoint = transaction.setSavepoint();
            drive(
                database.dml({
                    operation: 'insert',
                    records: newRecords(type, 200, () => number++),
                    allOrNone: true,
                    access: 'system',
                }),
            );
            transaction.rollbackTo(savepoint);
        },
        20,
    );
    transaction.rollback();
    return (sqlite) => {
        const beside = medianOf(31, () => sqlite.insertAndRollBack(200), 5);
        const what = 'insert of 200 rows with 8 indexes (beside: the bare SQL)';
        return {
            ...within(what, ours, INSERT_BAR),
            beside: milliseconds(beside),
            ratio: `${(ours / beside).toFixed(2)}x`,
        };
    };
}

function newRecords(type: SObjectTypeInfo, count: number, next: () => number): SObject[] {
    return Array.from({ length: count }, () => {
        const record = new SObject(type);
        const number = next();
        record.values[slotOf(type, 'Key__c')] = `NEW-${number}`;
        record.values[slotOf(type, 'Claim__c')] = `PENDING-${number % 1000}`;
        record.values[slotOf(type, 'Source__c')] = 'S1';
        record.values[slotOf(type, 'Attempts__c')] = Decimal.ofInteger(0);
        return record;
    });
}

/** What durability adds: DML and commit with and without the file. */
function commits(): Measurement[] {
    const folder = mkdtempSync(join(tmpdir(), 'store-bench-'));
    const kept = LocalOrg.create([benchPackage()], { durability: new SqliteDurability(join(folder, 'org.sqlite')) });
    const unkept = LocalOrg.create([benchPackage()]);
    const time = (org: LocalOrg, size: number): number => {
        const type: SObjectTypeInfo = org.schema.require('Row__c');
        let number = 0;
        return medianOf(
            51,
            () => {
                const { transaction, database } = org.openTransaction();
                const records = newRecords(type, size, () => size * 1_000_000 + number++);
                drive(database.dml({ operation: 'insert', records, allOrNone: true, access: 'system' }));
                transaction.commit();
            },
            5,
        );
    };
    const measurements = [1, 200].map((size): Measurement => {
        const [ours, beside] = [time(kept, size), time(unkept, size)];
        const what = `transaction that inserts ${size} row${size === 1 ? '' : 's'}, kept in a file (beside: in memory alone)`;
        return {
            what,
            ours: milliseconds(ours),
            beside: milliseconds(beside),
            ratio: `${(ours / beside).toFixed(2)}x`,
            bar: '',
            met: null,
        };
    });
    kept.close();
    rmSync(folder, { recursive: true });
    return measurements;
}
