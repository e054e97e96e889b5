import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ServerError } from '../server-error.ts';

/** Where an org keeps what it knows. One process at a time. */
export interface StateFolder {
    /** null: the org is kept nowhere. */
    readonly path: string | null;
    /** For bodies that are too long for the memory; emptied at the start. */
    readonly spool: string;
    release(): void;
}

/**
 * Opens a folder for this process alone. The lock is that of a SQLite file, which the system takes back however the
 * process ends.
 *
 * @throws ServerError FOLDER_IN_USE, FOLDER_UNUSABLE
 */
export function openStateFolder(folder: string | null): StateFolder {
    if (folder === null) return temporaryFolder();
    const path = resolve(folder);
    const spool = join(path, 'spool');
    try {
        mkdirSync(path, { recursive: true });
        rmSync(spool, { recursive: true, force: true });
    } catch (cause) {
        throw ServerError.of('FOLDER_UNUSABLE', [path, reasonOf(cause)], cause);
    }
    const lock = takeLock(path);
    mkdirSync(spool);
    return { path, spool, release: () => lock.close() };
}

function temporaryFolder(): StateFolder {
    const spool = mkdtempSync(join(tmpdir(), 'local-org-'));
    return { path: null, spool, release: () => rmSync(spool, { recursive: true, force: true }) };
}

function takeLock(path: string): DatabaseSync {
    let lock: DatabaseSync | null = null;
    try {
        lock = new DatabaseSync(join(path, 'lock.sqlite'));
        lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
        return lock;
    } catch (cause) {
        lock?.close();
        if (reasonOf(cause).includes('locked')) throw ServerError.of('FOLDER_IN_USE', [path], cause);
        throw ServerError.of('FOLDER_UNUSABLE', [path, reasonOf(cause)], cause);
    }
}

function reasonOf(cause: unknown): string {
    return cause instanceof Error ? cause.message : String(cause);
}
