import type { FrozenState } from '@sw-studio/apex/runtime';
import { BATCH_SCOPE } from '../../schema/internal-objects.ts';
import type { StoredRow } from '../../store/stored-row.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';

/** Ids of a query's rows, or frozen items of an iterable. */
export type ScopeItems = readonly string[] | FrozenState;

const KEY = BATCH_SCOPE.field('ScopeKey')?.slot as number;

/**
 * Scopes of a batch that are still to be executed. Each is a row of its own, deleted by the transaction that executes it:
 * so a scope's effects and the fact that it was done are one.
 */
export const batchScopes = {
    /** @param position from 0 */
    insert(transaction: OrgTransaction, jobId: string, position: number, items: ScopeItems): void {
        const id = transaction.store.ids.next(BATCH_SCOPE.keyPrefix as string);
        transaction.writeLasting(BATCH_SCOPE, id, [id, keyOf(jobId, position), JSON.stringify(items)]);
    },

    find(transaction: OrgTransaction, jobId: string, position: number): ScopeItems | undefined {
        const row = rowOf(transaction, jobId, position);
        return row && (JSON.parse(row[2] as string) as ScopeItems);
    },

    remove(transaction: OrgTransaction, jobId: string, position: number): void {
        const row = rowOf(transaction, jobId, position);
        if (row !== undefined) transaction.writeLasting(BATCH_SCOPE, row[0] as string, row, 'purged');
    },
};

function keyOf(jobId: string, position: number): string {
    return `${jobId} ${position}`;
}

function rowOf(transaction: OrgTransaction, jobId: string, position: number): StoredRow | undefined {
    return transaction.rowsWith(BATCH_SCOPE, KEY, keyOf(jobId, position))?.[0];
}
