import {
    type ApexList,
    castTo,
    type ClassDescriptor,
    type FrozenState,
    thaw,
    typeByName,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { FutureRecord } from '../records/job-record.ts';
import { attempt } from './attempt.ts';
import { callApex } from './call-apex.ts';
import { refusalOfFuture } from './callout-declaration.ts';
import { endJob, failedValues, finalValues } from './job-end.ts';
import type { JobHost } from './job-host.ts';
import { newRequestId } from './request-id.ts';

/** Runs a call of an `@future` method. @returns what ended it; null: it succeeded */
export function* runFuture(host: JobHost, record: FutureRecord): Generator<Waiting, unknown, void> {
    const { className, methodKey } = record.details;
    const { error } = yield* attempt(host, {
        userId: record.userId,
        caller: 'future',
        requestId: newRequestId(() => host.random()),
        *work({ session }) {
            const values = (thaw(record.state as FrozenState) as ApexList).items;
            const type = typeByName(null, className) as ClassDescriptor;
            const method = type.methods.find(({ key }) => key === methodKey);
            session.calloutRefusal = refusalOfFuture(method?.annotations ?? []);
            const parameters = method?.parameterTypes ?? [];
            const given = parameters.map((parameter, index) => castTo(values[index] ?? null, parameter));
            yield* callApex(session, host.statics(className), methodKey, ...given);
        },
        complete: (transaction) => endJob(host, transaction, record, finalValues(transaction, 'Completed'), null),
    });
    if (error !== null) {
        host.bookkeep((transaction) => endJob(host, transaction, record, failedValues(transaction, error), null));
    }
    return error;
}
