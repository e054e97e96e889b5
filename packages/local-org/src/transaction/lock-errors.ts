/** Milliseconds that a transaction waits for a row, by the engine's clock (Apex guide, "Locking Statements"). */
export const LOCK_TIMEOUT = 10_000;

/**
 * A row stayed locked for too long, or waiting for it would never end. A query and a DML statement word it differently,
 * so each translates it.
 */
export class RowLockedError extends Error {
    override readonly name = 'RowLockedError';
    readonly id: string;
    readonly reason: 'timeout' | 'deadlock';

    constructor(id: string, reason: RowLockedError['reason']) {
        super(`${id} is locked by another transaction (${reason})`);
        this.id = id;
        this.reason = reason;
    }
}
