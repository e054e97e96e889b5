import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { LocalOrg } from '@sw-studio/local-org';
import { rowValues } from './bench-rows.ts';

const INDEXED = ['Key__c', 'Claim__c', 'Source__c', 'Name', 'OwnerId', 'CreatedDate', 'SystemModstamp', 'Account__c'];
const TEXT = new Set(['Key__c', 'Claim__c', 'Source__c', 'Name']);

/** The rows of the benchmark in a table of SQLite in memory, with the same indexes. */
export class SqliteRows {
    private readonly org: LocalOrg;
    private readonly database = new DatabaseSync(':memory:');
    private readonly insert: StatementSync;
    private readonly statements = new Map<string, StatementSync>();
    private next: number;
    readonly bytesPerRow: number;

    constructor(org: LocalOrg, rows: number) {
        this.org = org;
        this.next = rows;
        const columns = org.schema.require('Row__c').fields.map(({ name }) => name);
        const definitions = columns.map((name) => (name === 'Id' ? 'Id TEXT PRIMARY KEY' : name));
        this.database.exec(`CREATE TABLE r (${definitions.join(', ')}) WITHOUT ROWID`);
        for (const name of INDEXED) {
            this.database.exec(`CREATE INDEX i_${name} ON r (${name}${TEXT.has(name) ? ' COLLATE NOCASE' : ''})`);
        }
        this.insert = this.database.prepare(`INSERT INTO r VALUES (${columns.map(() => '?').join(', ')})`);
        this.database.exec('BEGIN');
        for (let index = 0; index < rows; index++) this.insertRow(index);
        this.database.exec('COMMIT');
        this.bytesPerRow = (this.pragma('page_count') * this.pragma('page_size')) / rows;
    }

    all(sql: string, values: readonly string[]): void {
        let statement = this.statements.get(sql);
        if (statement === undefined) this.statements.set(sql, (statement = this.database.prepare(sql)));
        statement.all(...values);
    }

    insertAndRollBack(count: number): void {
        this.database.exec('BEGIN');
        for (let index = 0; index < count; index++) this.insertRow(this.next++);
        this.database.exec('ROLLBACK');
    }

    close(): void {
        this.database.close();
    }

    private insertRow(index: number): void {
        const row = rowValues(this.org, index, `a00x${index}`);
        this.insert.run(...row.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
    }

    private pragma(name: string): number {
        return this.database.prepare(`PRAGMA ${name}`).get()?.[name] as number;
    }
}
