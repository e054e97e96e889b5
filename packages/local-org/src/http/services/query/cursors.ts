import type { QueryPlan } from '@sw-studio/soql';
import { CURSOR_LIFETIME, OPEN_CURSORS } from './limits.ts';

/** A query with more pages to come. Its ids are fixed; its rows are read when they are asked for. */
export interface Cursor {
    readonly userId: string;
    readonly text: string;
    readonly plan: QueryPlan;
    readonly ids: readonly string[];
    readonly pageSize: number;
    readonly openedAt: number;
}

/** Open queries by their locators. They end with the process: a client that comes back later asks anew. */
export class Cursors {
    private readonly cursors = new Map<string, Cursor>();
    private opened = 0;

    /** @returns the first part of locators: `01g...` */
    open(cursor: Omit<Cursor, 'openedAt'>): string {
        const locator = `01g${String(++this.opened).padStart(12, '0')}`;
        this.cursors.set(locator, { ...cursor, openedAt: Date.now() });
        const [oldest] = this.cursors.keys();
        if (this.cursors.size > OPEN_CURSORS && oldest !== undefined) this.cursors.delete(oldest);
        return locator;
    }

    find(locator: string, userId: string): Cursor | undefined {
        const cursor = this.cursors.get(locator);
        const isAlive = cursor?.userId === userId && Date.now() - cursor.openedAt < CURSOR_LIFETIME;
        return isAlive ? cursor : undefined;
    }
}
