import type { Writer } from './table.ts';

/**
 * Who holds which row. A lock belongs to one transaction until that ends; a savepoint gives nothing back. It also knows
 * who waits for whom, so that a circle of waiting is seen before anybody's ten seconds are over.
 */
export class LockTable {
    private readonly holders = new Map<string, Writer>();
    private readonly held = new Map<Writer, Set<string>>();
    private readonly waitsFor = new Map<Writer, Writer>();
    /** Transactions that have ended: whoever waits looks again when it changes. */
    ended = 0;
    /** Called at the end of every transaction. */
    readonly onEnded = new Set<() => void>();

    holder(id: string): Writer | undefined {
        return this.holders.get(id);
    }

    /** @returns the transaction in the way; undefined when the lock is now held */
    take(id: string, writer: Writer): Writer | undefined {
        const holder = this.holders.get(id);
        if (holder === writer) return undefined;
        if (holder !== undefined) return holder;
        this.holders.set(id, writer);
        let ids = this.held.get(writer);
        if (ids === undefined) this.held.set(writer, (ids = new Set()));
        ids.add(id);
        return undefined;
    }

    startWaiting(writer: Writer, holder: Writer): void {
        this.waitsFor.set(writer, holder);
    }

    stopWaiting(writer: Writer): void {
        this.waitsFor.delete(writer);
    }

    /** Whether waiting for `holder` would close a circle. */
    wouldDeadlock(writer: Writer, holder: Writer): boolean {
        for (let next: Writer | undefined = holder; next !== undefined; next = this.waitsFor.get(next)) {
            if (next === writer) return true;
        }
        return false;
    }

    releaseAll(writer: Writer): void {
        this.ended++;
        for (const id of this.held.get(writer) ?? []) this.holders.delete(id);
        this.held.delete(writer);
        this.waitsFor.delete(writer);
        for (const listener of this.onEnded) listener();
    }
}
