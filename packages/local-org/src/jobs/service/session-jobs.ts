import type { EnqueueOptions, JobsService, Waiting } from '@sw-studio/apex/runtime';
import { isTerminal } from '../rows/job-rows.ts';
import { jobException } from '../sentences.ts';
import { abortJob } from './abort.ts';
import { callFuture } from './call-future.ts';
import { enqueueQueueable } from './enqueue-queueable.ts';
import { executeBatch } from './execute-batch.ts';
import { moveInFlexQueue } from './flex-queue.ts';
import { hasInterface } from './interfaces.ts';
import type { JobContext } from './job-context.ts';
import { pauseSchedule, resumeSchedule } from './pause.ts';
import { schedule, scheduleBatch } from './schedule.ts';
import { typeOf } from '@sw-studio/apex/runtime';

/** `System.enqueueJob`, `System.schedule`, `Database.executeBatch` and their like, for the code of one session. */
export class SessionJobs implements JobsService {
    readonly context: JobContext;

    constructor(context: JobContext) {
        this.context = context;
    }

    enqueue(job: object, options: EnqueueOptions | null): Generator<Waiting, string, void> {
        return enqueueQueueable(this.context, job, options);
    }

    schedule(name: string, cron: string, job: object): Generator<Waiting, string, void> {
        return schedule(this.context, name, cron, job);
    }

    scheduleBatch(job: object, name: string, minutes: number, scope: number): Generator<Waiting, string, void> {
        return scheduleBatch(this.context, job, name, minutes, scope);
    }

    executeBatch(job: object, scope: number | null): Generator<Waiting, string, void> {
        return executeBatch(this.context, job, scope);
    }

    callFuture(className: string, methodKey: string, values: readonly unknown[]): Generator<Waiting, void, void> {
        return callFuture(this.context, className, methodKey, values);
    }

    abort(jobId: string): Generator<Waiting, void, void> {
        return abortJob(this.context, jobId);
    }

    pause(by: 'id' | 'name', value: string): Generator<Waiting, void, void> {
        return pauseSchedule(this.context, by, value);
    }

    resume(by: 'id' | 'name', value: string): Generator<Waiting, void, void> {
        return resumeSchedule(this.context, by, value);
    }

    /** Rows of jobs that ended before the day. */
    *purgeOld(beforeMilliseconds: number): Generator<Waiting, number, void> {
        const { org, transaction } = this.context;
        yield { kind: 'enqueue', detail: 'purgeOldAsyncJobs' };
        const old = [...org.rows.scan(transaction, 'AsyncApexJob')].filter(
            (row) => isTerminal(row) && (row.number('CompletedDate') ?? Infinity) < beforeMilliseconds,
        );
        for (const { id } of old) org.rows.remove(transaction, 'AsyncApexJob', id);
        return old.length;
    }

    attachFinalizer(finalizer: object): void {
        if (this.context.caller !== 'queueable') throw jobException('finalizerNotAllowed');
        if (this.context.finalizer !== null) throw jobException('secondFinalizer');
        const type = typeOf(finalizer);
        if (!hasInterface(type, 'System.Finalizer'))
            throw jobException('notAnInterface', type.name, 'System.Finalizer');
        this.context.finalizer = finalizer;
    }

    asyncInfo(): ReturnType<JobsService['asyncInfo']> {
        const { queueable } = this.context;
        if (queueable === null) throw jobException('asyncInfoNotAllowed');
        return {
            stackDepth: queueable.depth,
            maximumStackDepth: queueable.maximumDepth,
            delayMinutes: queueable.delayMinutes,
        };
    }

    moveInFlexQueue(
        move: Parameters<JobsService['moveInFlexQueue']>[0],
        jobId: string,
        otherJobId: string | null,
    ): Generator<Waiting, boolean, void> {
        return moveInFlexQueue(this.context, move, jobId, otherJobId);
    }
}
