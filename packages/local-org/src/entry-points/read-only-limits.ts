import { SYNCHRONOUS_LIMITS } from '../apex/transaction-limits.ts';

/**
 * Where nothing may be written: `@ReadOnly` (Apex Developer Guide, "ReadOnly Annotation") and `@AuraEnabled(cacheable=true)`.
 * The first DML statement and the first job are one too many, as the platform's own sentence says it.
 */
export const CACHEABLE_LIMITS: Readonly<Record<string, number>> = {
    ...SYNCHRONOUS_LIMITS,
    DmlStatements: 0,
    PublishImmediateDML: 0,
    QueueableJobs: 0,
    FutureCalls: 0,
    EmailInvocations: 0,
};

/** Read-only methods may read twenty times as many rows. */
export const READ_ONLY_LIMITS: Readonly<Record<string, number>> = { ...CACHEABLE_LIMITS, QueryRows: 1_000_000 };
