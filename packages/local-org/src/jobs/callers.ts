import {
    ASYNCHRONOUS_LIMITS,
    BATCH_START_LIMITS,
    FINALIZER_LIMITS,
    SYNCHRONOUS_LIMITS,
} from '../apex/transaction-limits.ts';

/** What kind of code asks for asynchronous work, or runs as such. */
export type Caller =
    'synchronous' | 'scheduled' | 'future' | 'batchStart' | 'batchExecute' | 'batchFinish' | 'queueable' | 'finalizer';

export interface CallerRules {
    readonly limits: Readonly<Record<string, number>>;
    /** Constant of `System.Quiddity`; null: the request's own. */
    readonly quiddity: string | null;
    readonly future: boolean;
    readonly executeBatch: boolean;
    readonly scheduleBatch: boolean;
    readonly schedule: boolean;
    /** All asynchronous work of the transaction together counts as one job (Apex guide, "Transaction Finalizers"). */
    readonly oneJobInAll: boolean;
}

const ANYTHING = { future: true, executeBatch: true, scheduleBatch: true, schedule: true, oneJobInAll: false };
const NO_BATCH = { future: false, executeBatch: false, scheduleBatch: false, oneJobInAll: false };

/** Who may start what: one row per caller. How many of each are counted by the limits. */
export const CALLERS: Readonly<Record<Caller, CallerRules>> = {
    synchronous: { ...ANYTHING, limits: SYNCHRONOUS_LIMITS, quiddity: null },
    scheduled: { ...ANYTHING, limits: SYNCHRONOUS_LIMITS, quiddity: 'SCHEDULED' },
    future: { ...NO_BATCH, schedule: true, limits: ASYNCHRONOUS_LIMITS, quiddity: 'FUTURE' },
    batchStart: { ...NO_BATCH, schedule: true, limits: BATCH_START_LIMITS, quiddity: 'BATCH_APEX' },
    batchExecute: { ...NO_BATCH, schedule: false, limits: ASYNCHRONOUS_LIMITS, quiddity: 'BATCH_APEX' },
    batchFinish: { ...ANYTHING, future: false, limits: ASYNCHRONOUS_LIMITS, quiddity: 'BATCH_APEX' },
    queueable: { ...ANYTHING, limits: { ...ASYNCHRONOUS_LIMITS, FutureCalls: 50 }, quiddity: 'QUEUEABLE' },
    finalizer: {
        ...ANYTHING,
        oneJobInAll: true,
        limits: FINALIZER_LIMITS,
        quiddity: 'TRANSACTION_FINALIZER_QUEUEABLE',
    },
};

/** What `System.isBatch()` and its like, and the class Request, answer in code of a kind. */
export function requestFlags(caller: Caller): {
    readonly quiddity: string;
    readonly batch: boolean;
    readonly future: boolean;
    readonly queueable: boolean;
    readonly scheduled: boolean;
} {
    return {
        quiddity: CALLERS[caller].quiddity ?? 'SYNCHRONOUS',
        batch: caller === 'batchStart' || caller === 'batchExecute' || caller === 'batchFinish',
        future: caller === 'future',
        queueable: caller === 'queueable',
        scheduled: caller === 'scheduled',
    };
}
