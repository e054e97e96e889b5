import type { Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { Store } from '../store/store.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { PendingRow, RowState, Table, Writer } from '../store/table.ts';
import { LOCK_TIMEOUT, RowLockedError } from './lock-errors.ts';

/** One changed row, as it is to be kept. */
export interface CommittedChange {
    readonly object: ObjectSchema;
    readonly id: string;
    readonly row: StoredRow;
    readonly state: RowState;
    readonly deletedWith: string | undefined;
}

export interface Savepoint {
    readonly position: number;
    readonly actions: number;
    valid: boolean;
}

interface UndoEntry {
    readonly table: Table;
    readonly id: string;
    readonly previous: PendingRow | undefined;
    readonly lasting: boolean;
}

interface CommitAction {
    readonly run: () => void;
    readonly lasting: boolean;
    readonly moment: 'before' | 'after';
}

/** What a transaction did to one row, all its writes together; null: the row is not there, or in the recycle bin. */
export interface RowChange {
    readonly object: ObjectSchema;
    readonly id: string;
    readonly before: StoredRow | null;
    readonly after: StoredRow | null;
    /** The row comes back from the recycle bin. */
    readonly undeleted: boolean;
}

export interface TransactionOptions {
    readonly store: Store;
    /** Epoch milliseconds of the engine's clock. */
    now(): number;
    /** Finds no committed rows of these objects: a test without SeeAllData. Some are there for who has the id. */
    hidesCommitted?(object: ObjectSchema): boolean | 'unlessById';
    /** Makes the changes durable before anybody sees them. */
    persist?(changes: readonly CommittedChange[]): void;
    /** May still write: the last thing before the commit. */
    beforeCommit?(transaction: OrgTransaction): void;
}

/**
 * One unit of work: what it writes is pending, visible to itself only, until `commit` makes all of it visible at once.
 * Its row locks and unique keys make other transactions wait until it ends.
 */
export class OrgTransaction implements Writer {
    readonly store: Store;
    private readonly options: TransactionOptions;
    private readonly undo: UndoEntry[] = [];
    private readonly actions: CommitAction[] = [];
    private readonly savepoints: Savepoint[] = [];
    private ended = false;
    private setupWrites = 0;

    constructor(options: TransactionOptions) {
        this.options = options;
        this.store = options.store;
    }

    get isOpen(): boolean {
        return !this.ended;
    }

    /** Whether a callout is refused because of rows that are not committed yet. */
    get hasUncommittedRows(): boolean {
        return this.undo.length > 0;
    }

    /** Versions of rows that were written, and events to be published: grows with each, shrinks with a rollback. */
    get uncommittedWrites(): number {
        return this.undo.length + this.actions.filter(({ moment }) => moment === 'before').length;
    }

    /** Changes with every write to a setup object of this transaction, and with every write that is taken back. */
    get permissionVersion(): number {
        return this.setupWrites;
    }

    now(): number {
        return this.options.now();
    }

    row(object: ObjectSchema, id: string): StoredRow | undefined {
        const table = this.store.table(object);
        const isHidden = this.options.hidesCommitted?.(object) === true;
        return isHidden && table.pendingOf(id)?.writer !== this ? undefined : table.visible(id, this);
    }

    recycledRow(object: ObjectSchema, id: string): StoredRow | undefined {
        const table = this.store.table(object);
        if (this.hidesCommitted(object) && table.pendingOf(id)?.writer !== this) return undefined;
        return table.visibleRecycled(id, this);
    }

    scan(object: ObjectSchema, state: 'live' | 'recycled' = 'live'): Iterable<StoredRow> {
        const table = this.store.table(object);
        return this.hidesCommitted(object) ? table.scanOwn(this, state) : table.scan(this, state);
    }

    /** Live rows whose indexed field has the value; undefined where the field has no index. */
    rowsWith(object: ObjectSchema, slot: number, value: StoredRow[number]): StoredRow[] | undefined {
        const ids = this.store.table(object).candidates(slot, value);
        const keyOf = this.store.table(object).index(slot)?.keyOf;
        if (ids === undefined || keyOf === undefined) return undefined;
        const key = keyOf(value);
        return ids
            .map((id) => this.row(object, id))
            .filter((row) => row !== undefined && keyOf(row[slot]) === key) as StoredRow[];
    }

    hidesCommitted(object: ObjectSchema): boolean {
        return (this.options.hidesCommitted?.(object) ?? false) !== false;
    }

    /** The caller holds the row's lock (a new row's id is known to nobody else). */
    write(object: ObjectSchema, id: string, row: StoredRow, state: RowState = 'live', deletedWith?: string): void {
        this.put(object, id, { writer: this, row, state, deletedWith }, false);
    }

    /** As `write`, for rows that `Database.rollback` does not take back: enqueued, scheduled and aborted jobs. */
    writeLasting(object: ObjectSchema, id: string, row: StoredRow, state: RowState = 'live'): void {
        this.put(object, id, { writer: this, row, state, deletedWith: undefined }, true);
    }

    /**
     * Waits until the row is this transaction's own.
     *
     * @param detail for people: `UPDATE Account`
     * @throws RowLockedError after ten seconds, or at once where waiting would never end
     */
    *lock(id: string, detail: string): Generator<Waiting, void, void> {
        yield* this.waitWhile(id, detail, () => this.store.locks.take(id, this));
    }

    /** Waits until another transaction, which stands in the way of this one, has ended. */
    *awaitEnd(other: Writer, id: string, detail: string): Generator<Waiting, void, void> {
        yield* this.waitWhile(id, detail, () => ((other as OrgTransaction).isOpen ? other : undefined));
    }

    /** Gives up the rows that were locked and not written: what a callout does. */
    releaseLocks(): void {
        if (this.undo.length === 0) this.store.locks.releaseAll(this);
    }

    setSavepoint(): Savepoint {
        const savepoint: Savepoint = { position: this.undo.length, actions: this.actions.length, valid: true };
        this.savepoints.push(savepoint);
        return savepoint;
    }

    /**
     * Takes back the rows written since; locks, ids and auto numbers are not given back.
     *
     * @param keepLasting what was written as lasting stays: `Database.rollback` does not undo an enqueue
     * @returns false for a savepoint that was released, or set after one that was rolled back to
     */
    rollbackTo(savepoint: Savepoint, keepLasting = false): boolean {
        if (!savepoint.valid) return false;
        this.dropSavepointsAfter(savepoint);
        this.undoTo(savepoint.position, keepLasting);
        const kept = this.actions.splice(savepoint.actions).filter(({ lasting }) => lasting && keepLasting);
        this.actions.push(...kept);
        return true;
    }

    /** @returns false for a savepoint that is no longer valid */
    releaseSavepoint(savepoint: Savepoint): boolean {
        if (!savepoint.valid) return false;
        this.dropSavepointsAfter(savepoint);
        savepoint.valid = false;
        this.savepoints.splice(this.savepoints.indexOf(savepoint), 1);
        return true;
    }

    /** Runs after the rows are visible to everybody: enqueues, events. Discarded when the transaction is rolled back. */
    afterCommit(run: () => void, lasting = false): void {
        this.actions.push({ run, lasting, moment: 'after' });
    }

    /** Runs as a part of the commit and may write rows: events that are published with it. */
    beforeCommit(run: () => void): void {
        this.actions.push({ run, lasting: false, moment: 'before' });
    }

    /** How many versions of rows were written and not taken back. */
    get writtenVersions(): number {
        return this.undo.length;
    }

    /** Rows that were written since a point of the transaction, in the order of their first write. @param since `writtenVersions` of then */
    rowChanges(since = 0): RowChange[] {
        const changes = new Map<string, RowChange>();
        for (const { table, id, previous } of this.undo.slice(since)) {
            if (changes.has(id)) continue;
            const pending = table.pendingOf(id);
            if (pending === undefined) continue;
            const before = previous === undefined ? table.committed(id) : live(previous);
            const wasRecycled =
                previous === undefined ? table.visibleRecycled(id, null) !== undefined : previous.state === 'recycled';
            const after = live(pending) ?? null;
            changes.set(id, {
                object: table.object,
                id,
                before: before ?? null,
                after,
                undeleted: wasRecycled && after !== null,
            });
        }
        return [...changes.values()];
    }

    /** Makes the rows durable, then visible, releases the locks, then runs what was registered for afterwards. */
    commit(): void {
        if (this.ended) throw new Error('The transaction has ended');
        for (const { run, moment } of this.actions) if (moment === 'before') run();
        this.options.beforeCommit?.(this);
        const changes = this.changes();
        this.options.persist?.(changes);
        for (const { object, id } of changes) this.store.table(object).commit(id);
        this.end();
        for (const { run, moment } of this.actions.splice(0)) if (moment === 'after') run();
    }

    rollback(): void {
        if (this.ended) return;
        this.undoTo(0);
        this.actions.length = 0;
        this.end();
    }

    private end(): void {
        this.ended = true;
        this.undo.length = 0;
        this.store.locks.releaseAll(this);
    }

    private put(object: ObjectSchema, id: string, next: PendingRow, lasting: boolean): void {
        if (this.ended) throw new Error('The transaction has ended');
        const table = this.store.table(object);
        this.undo.push({ table, id, previous: table.pendingOf(id), lasting });
        if (object.setup) this.setupWrites++;
        table.setPending(id, next);
    }

    private undoTo(position: number, keepLasting = false): void {
        const kept: UndoEntry[] = [];
        while (this.undo.length > position) {
            const entry = this.undo.pop() as UndoEntry;
            if (entry.table.object.setup) this.setupWrites++;
            if (keepLasting && entry.lasting) kept.push(entry);
            else entry.table.setPending(entry.id, entry.previous);
        }
        this.undo.push(...kept.reverse());
    }

    /** The last version of every row that was written, in the order of the first write. */
    private changes(): CommittedChange[] {
        const seen = new Set<string>();
        const changes: CommittedChange[] = [];
        for (const { table, id } of this.undo) {
            const pending = table.pendingOf(id);
            if (pending === undefined || seen.has(id)) continue;
            seen.add(id);
            const { row, state, deletedWith } = pending;
            changes.push({ object: table.object, id, row, state, deletedWith });
        }
        return changes;
    }

    private dropSavepointsAfter(savepoint: Savepoint): void {
        const index = this.savepoints.indexOf(savepoint);
        for (const later of this.savepoints.splice(index + 1)) later.valid = false;
    }

    private *waitWhile(id: string, detail: string, inTheWay: () => Writer | undefined): Generator<Waiting, void, void> {
        const deadline = this.now() + LOCK_TIMEOUT;
        let nobodyElseRuns = false;
        for (;;) {
            const other = inTheWay();
            if (other === undefined) return;
            if (this.store.locks.wouldDeadlock(this, other)) throw new RowLockedError(id, 'deadlock');
            if (nobodyElseRuns || this.now() >= deadline) throw new RowLockedError(id, 'timeout');
            this.store.locks.startWaiting(this, other);
            try {
                // Where no scheduler can let the other transaction go on, the ten seconds are as good as over.
                yield { kind: 'lock', detail, deadline, block: () => void (nobodyElseRuns = true) };
            } finally {
                this.store.locks.stopWaiting(this);
            }
        }
    }
}

function live({ state, row }: PendingRow): StoredRow | undefined {
    return state === 'live' ? row : undefined;
}
