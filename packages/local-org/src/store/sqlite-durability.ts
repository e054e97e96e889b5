import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { CommittedChange } from '../transaction/org-transaction.ts';
import type { Durability, KeptFact, KeptRow } from './durability.ts';
import type { StoredValue } from './stored-row.ts';

const SCHEMA_VERSION = 1;

/**
 * Rows are JSON arrays; `layout` names their fields in order, once per object and shape. Write-ahead log with
 * `synchronous = NORMAL`: a commit survives the end of the process at any moment; a power cut may take the last ones.
 */
const TABLES = `
    CREATE TABLE IF NOT EXISTS layout (id INTEGER PRIMARY KEY, object TEXT NOT NULL, fields TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS row (
        id TEXT PRIMARY KEY,
        layout INTEGER NOT NULL REFERENCES layout (id),
        recycled INTEGER NOT NULL,
        deleted_with TEXT,
        data TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS fact (kind TEXT NOT NULL, name TEXT NOT NULL, value ANY, PRIMARY KEY (kind, name)) WITHOUT ROWID;
`;

/** Keeps an org in one SQLite file. */
export class SqliteDurability implements Durability {
    private readonly database: DatabaseSync;
    private readonly layouts = new WeakMap<ObjectSchema, number>();
    private readonly saveRow: StatementSync;
    private readonly dropRow: StatementSync;
    private readonly saveFact: StatementSync;

    /** @throws Error when the file was written by a newer version */
    constructor(file: string) {
        this.database = new DatabaseSync(file);
        this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
        this.checkVersion(file);
        this.database.exec(TABLES);
        this.saveRow = this.database.prepare(
            'INSERT INTO row (id, layout, recycled, deleted_with, data) VALUES (?, ?, ?, ?, ?) ' +
                'ON CONFLICT (id) DO UPDATE SET layout = excluded.layout, recycled = excluded.recycled, ' +
                'deleted_with = excluded.deleted_with, data = excluded.data',
        );
        this.dropRow = this.database.prepare('DELETE FROM row WHERE id = ?');
        this.saveFact = this.database.prepare(
            'INSERT INTO fact (kind, name, value) VALUES (?, ?, ?) ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value',
        );
    }

    *rows(): Generator<KeptRow> {
        const layouts = new Map<number, { object: string; fields: string[] }>();
        for (const { id, object, fields } of this.all('SELECT id, object, fields FROM layout')) {
            layouts.set(id as number, { object: object as string, fields: JSON.parse(fields as string) as string[] });
        }
        for (const row of this.all('SELECT id, layout, recycled, deleted_with, data FROM row ORDER BY id')) {
            const layout = layouts.get(row['layout'] as number);
            if (layout === undefined)
                throw new Error(`The row ${String(row['id'])} has no layout: the file is damaged`);
            yield {
                ...layout,
                id: row['id'] as string,
                recycled: row['recycled'] === 1,
                deletedWith: (row['deleted_with'] ?? undefined) as string | undefined,
                values: JSON.parse(row['data'] as string) as StoredValue[],
            };
        }
    }

    *facts(): Generator<KeptFact> {
        for (const { kind, name, value } of this.all('SELECT kind, name, value FROM fact')) {
            yield { kind: kind as string, name: name as string, value: value as string | number };
        }
    }

    commit(changes: readonly CommittedChange[], facts: readonly KeptFact[]): void {
        this.database.exec('BEGIN IMMEDIATE');
        try {
            for (const change of changes) this.keep(change);
            for (const { kind, name, value } of facts) this.saveFact.run(kind, name, value);
            this.database.exec('COMMIT');
        } catch (error) {
            this.database.exec('ROLLBACK');
            throw error;
        }
    }

    close(): void {
        this.database.close();
    }

    private keep({ object, id, row, state, deletedWith }: CommittedChange): void {
        if (state === 'purged') this.dropRow.run(id);
        else
            this.saveRow.run(
                id,
                this.layoutOf(object),
                state === 'recycled' ? 1 : 0,
                deletedWith ?? null,
                JSON.stringify(row),
            );
    }

    private layoutOf(object: ObjectSchema): number {
        let layout = this.layouts.get(object);
        if (layout === undefined) {
            const fields = JSON.stringify(object.fields.map(({ name }) => name));
            const known = this.database
                .prepare('SELECT id FROM layout WHERE object = ? AND fields = ?')
                .get(object.name, fields);
            layout =
                (known?.['id'] as number | undefined) ??
                Number(
                    this.database.prepare('INSERT INTO layout (object, fields) VALUES (?, ?)').run(object.name, fields)
                        .lastInsertRowid,
                );
            this.layouts.set(object, layout);
        }
        return layout;
    }

    private all(sql: string): Iterable<Record<string, unknown>> {
        return this.database.prepare(sql).iterate() as Iterable<Record<string, unknown>>;
    }

    private checkVersion(file: string): void {
        const version = this.database.prepare('PRAGMA user_version').get()?.['user_version'] as number;
        if (version > SCHEMA_VERSION) throw new Error(`${file} was written by a newer version of the local org`);
        this.database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    }
}
