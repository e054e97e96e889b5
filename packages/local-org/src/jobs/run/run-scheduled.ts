import { type FrozenState, SchedulableContext, thaw, typeByName, type Waiting } from '@sw-studio/apex/runtime';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import type { ScheduledRecord } from '../records/job-record.ts';
import { addBatch } from '../service/execute-batch.ts';
import type { JobContext } from '../service/job-context.ts';
import { attempt } from './attempt.ts';
import { callApex } from './call-apex.ts';
import { endJob, failedValues, finalValues } from './job-end.ts';
import type { JobHost } from './job-host.ts';
import { newRequestId } from './request-id.ts';
import { endFire } from './schedule-fire.ts';

/** Runs one fire of a schedule. @returns what ended it; null: it succeeded */
export function* runScheduled(host: JobHost, record: ScheduledRecord): Generator<Waiting, unknown, void> {
    const end = (transaction: OrgTransaction, error: unknown): void => {
        if (host.org.testing) return;
        endFire(host, transaction, record);
        const values = error === null ? finalValues(transaction, 'Completed') : failedValues(transaction, error);
        endJob(host, transaction, record, values, null);
    };
    const { error } = yield* attempt(host, {
        userId: record.userId,
        caller: 'scheduled',
        requestId: newRequestId(() => host.random()),
        work: (context) => fire(host, record, context),
        complete: (transaction) => end(transaction, null),
    });
    if (error !== null) host.bookkeep((transaction) => end(transaction, error));
    return error;
}

function* fire(host: JobHost, record: ScheduledRecord, context: JobContext): Generator<Waiting, void, void> {
    const { details, userId } = record;
    const state = record.state as FrozenState;
    if (details.batchScope === null) {
        const schedulable = thaw(state) as object;
        const argument = new SchedulableContext(details.cronTriggerId);
        yield* callApex(context.session, schedulable, 'execute$schedulablecontext', argument);
        return;
    }
    const type = typeByName(null, details.className);
    if (type === null) throw new Error(`There is no class ${details.className}.`);
    addBatch(host.org, context.transaction, { type, state, userId, scopeSize: details.batchScope });
}
