import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { hashOf } from './secret.ts';
import type { Grant } from './session.ts';

const TABLES = `
    CREATE TABLE IF NOT EXISTS session (
        hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, client_id TEXT, used_at INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS refresh_token (hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, client_id TEXT) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS password (user_id TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS api_usage (hour INTEGER PRIMARY KEY, count INTEGER NOT NULL);
`;

interface SessionRow extends Grant {
    readonly usedAt: number;
}

/** Who is logged in, kept beside the org. Tokens are kept as hashes. */
export class SessionStore {
    private readonly database: DatabaseSync;
    private readonly statements = new Map<string, StatementSync>();

    /** @param folder null: in memory alone */
    constructor(folder: string | null) {
        this.database = new DatabaseSync(folder === null ? ':memory:' : join(folder, 'sessions.sqlite'));
        this.database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
        this.database.exec(TABLES);
    }

    addSession(token: string, { userId, clientId }: Grant, now: number): void {
        this.run('INSERT INTO session (hash, user_id, client_id, used_at) VALUES (?, ?, ?, ?)', [
            hashOf(token),
            userId,
            clientId,
            now,
        ]);
    }

    session(token: string): SessionRow | undefined {
        const row = this.get('SELECT user_id, client_id, used_at FROM session WHERE hash = ?', [hashOf(token)]);
        return row && { ...grantOf(row), usedAt: row['used_at'] as number };
    }

    touch(token: string, now: number): void {
        this.run('UPDATE session SET used_at = ? WHERE hash = ?', [now, hashOf(token)]);
    }

    endSession(token: string): void {
        this.run('DELETE FROM session WHERE hash = ?', [hashOf(token)]);
    }

    addRefreshToken(token: string, { userId, clientId }: Grant): void {
        this.run('INSERT INTO refresh_token (hash, user_id, client_id) VALUES (?, ?, ?)', [
            hashOf(token),
            userId,
            clientId,
        ]);
    }

    refreshToken(token: string): Grant | undefined {
        const row = this.get('SELECT user_id, client_id FROM refresh_token WHERE hash = ?', [hashOf(token)]);
        return row && grantOf(row);
    }

    /** With the sessions of the same app and user, as the platform does. @returns whether there was one */
    endRefreshToken(token: string): boolean {
        const grant = this.refreshToken(token);
        if (grant === undefined) return false;
        this.run('DELETE FROM refresh_token WHERE hash = ?', [hashOf(token)]);
        this.run('DELETE FROM session WHERE user_id = ? AND client_id IS ?', [grant.userId, grant.clientId]);
        return true;
    }

    setPassword(userId: string, hash: string): void {
        this.run(
            'INSERT INTO password (user_id, hash) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash',
            [userId, hash],
        );
    }

    password(userId: string): string | undefined {
        return this.get('SELECT hash FROM password WHERE user_id = ?', [userId])?.['hash'] as string | undefined;
    }

    countRequest(hour: number): void {
        this.run(
            'INSERT INTO api_usage (hour, count) VALUES (?, 1) ON CONFLICT (hour) DO UPDATE SET count = count + 1',
            [hour],
        );
    }

    requestsSince(hour: number): number {
        return (this.get('SELECT total(count) AS used FROM api_usage WHERE hour > ?', [hour])?.['used'] ?? 0) as number;
    }

    close(): void {
        this.database.close();
    }

    private run(sql: string, values: readonly (string | number | null)[]): void {
        this.statement(sql).run(...values);
    }

    private get(sql: string, values: readonly (string | number)[]): Record<string, unknown> | undefined {
        return this.statement(sql).get(...values);
    }

    private statement(sql: string): StatementSync {
        let statement = this.statements.get(sql);
        if (statement === undefined) this.statements.set(sql, (statement = this.database.prepare(sql)));
        return statement;
    }
}

function grantOf(row: Record<string, unknown>): Grant {
    return { userId: row['user_id'] as string, clientId: row['client_id'] as string | null };
}
