import {
    ApexList,
    anyType,
    current,
    freeze,
    typeByName,
    type ClassDescriptor,
    type Waiting,
} from '@sw-studio/apex/runtime';
import { CALLERS } from '../callers.ts';
import { jobRecords } from '../records/job-records.ts';
import { classIdOf, insertJob } from '../rows/job-rows.ts';
import { jobException } from '../sentences.ts';
import { refuseBeyondAllocation } from './allocation.ts';
import { countJob } from './counting.ts';
import type { JobContext } from './job-context.ts';

/** A call of a method that is marked `@future`: it only enqueues. */
export function* callFuture(
    context: JobContext,
    className: string,
    methodKey: string,
    values: readonly unknown[],
): Generator<Waiting, void, void> {
    const { org, transaction } = context;
    const type = typeByName(null, className) as ClassDescriptor;
    const method = type.methods.find(({ key }) => key === methodKey);
    if (method === undefined) throw new Error(`The class ${className} has no method ${methodKey}.`);
    const signature = `${className}.${method.name}(${method.parameterTypes.map(({ name }) => name).join(', ')})`;
    yield { kind: 'enqueue', detail: `@future ${className}.${method.name}` };
    if (!CALLERS[context.caller].future) throw jobException('futureFromFuture', signature);
    org.sink.checkStart?.(signature, 'future');
    countJob(context, 'FutureCalls');
    refuseBeyondAllocation(org);
    const userId = current.transaction.user.id;
    const state = freeze(new ApexList(anyType, [...values]));
    const jobId = insertJob(org.rows, transaction, {
        jobType: 'Future',
        status: 'Queued',
        classId: classIdOf(org.rows, transaction, type),
        userId,
        methodName: method.name,
    });
    const record = jobRecords.insert(transaction, {
        jobId,
        phase: 'run',
        dueAt: transaction.now(),
        userId,
        signature: null,
        cronTriggerId: null,
        state,
        details: { kind: 'future', className, methodKey, methodName: method.name },
    });
    org.sink.added(transaction, record);
}
