import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { ApiError } from '../../routing/api-error.ts';
import { bulkErrors } from './errors.ts';
import type { BulkJob, JobState } from './job.ts';
import { JobFolder } from './job-folder.ts';
import { POLL_PATIENCE } from './limits.ts';
import { JobFailure, runIngest } from './run-ingest.ts';
import { runQueryJob } from './run-query.ts';

type NewJob = Omit<
    BulkJob,
    'id' | 'createdAt' | 'changedAt' | 'processed' | 'failed' | 'milliseconds' | 'errorMessage'
>;

/** Bulk jobs of the org. They are kept with it; one that runs when the org stops has failed, and says so. */
export class BulkJobs {
    readonly folder: JobFolder;
    private readonly host: HostedOrg;
    private readonly jobs = new Map<string, BulkJob>();
    private readonly running = new Map<string, Promise<void>>();
    private readonly onDefect: (error: unknown) => void;

    constructor(host: HostedOrg, onDefect: (error: unknown) => void) {
        this.host = host;
        this.onDefect = onDefect;
        this.folder = new JobFolder(join(host.settings.folder ?? host.settings.spool, 'bulk'));
        for (const job of this.folder.load()) {
            if (job.state === 'InProgress') {
                job.state = 'Failed';
                job.errorMessage = bulkErrors.interrupted;
            }
            this.jobs.set(job.id, job);
        }
    }

    create(job: NewJob): BulkJob {
        const now = this.host.clock.now();
        const counts = { processed: 0, failed: 0, milliseconds: 0, errorMessage: null };
        const created: BulkJob = { ...job, ...counts, id: this.newId(), createdAt: now, changedAt: now };
        this.jobs.set(created.id, created);
        this.folder.save(created);
        return created;
    }

    all(kind: BulkJob['kind']): BulkJob[] {
        return [...this.jobs.values()].filter((job) => job.kind === kind);
    }

    /** @throws ApiError 404 for a job that is not there or belongs to somebody else */
    require(id: string, kind: BulkJob['kind'], userId: string): BulkJob {
        const found = [...this.jobs.values()].find((job) => job.id.slice(0, 15) === id.slice(0, 15));
        if (found?.kind !== kind || found.userId !== userId) throw bulkErrors.noJob(id);
        return found;
    }

    /** @throws ApiError where the job takes no data any more */
    upload(job: BulkJob, body: Uint8Array | null, bodyFile: string | null): void {
        if (job.state !== 'Open') throw bulkErrors.notOpen(job.state);
        const path = this.folder.path(job.id, 'upload');
        if (bodyFile === null) writeFileSync(path, body ?? new Uint8Array());
        else renameSync(bodyFile, path);
    }

    /** @throws ApiError for a state that the job cannot take */
    changeState(job: BulkJob, state: JobState): void {
        const isAbort = state === 'Aborted' && (job.state === 'Open' || this.running.has(job.id));
        const isStart = state === 'UploadComplete' && job.state === 'Open' && job.kind === 'ingest';
        if (!isAbort && !isStart) throw bulkErrors.illegalState(job.state, state);
        this.enter(job, state);
        if (isStart) this.start(job);
    }

    start(job: BulkJob): void {
        const work = this.work(job).finally(() => this.running.delete(job.id));
        this.running.set(job.id, work);
    }

    /** Waits a moment for the end of a job that is about to end. */
    async settle(job: BulkJob): Promise<void> {
        const work = this.running.get(job.id);
        if (work === undefined) return;
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, POLL_PATIENCE);
        await Promise.race([work, promise]);
        clearTimeout(timer);
    }

    remove(job: BulkJob): void {
        if (this.running.has(job.id)) throw bulkErrors.illegalState(job.state, 'Deleted');
        this.jobs.delete(job.id);
        this.folder.remove(job.id);
    }

    private async work(job: BulkJob): Promise<void> {
        const began = performance.now();
        const isAborted = (): boolean => job.state === 'Aborted';
        this.enter(job, 'InProgress');
        try {
            const run = job.kind === 'ingest' ? runIngest : runQueryJob;
            await run(this.host, this.folder, job, isAborted);
            job.milliseconds = Math.round(performance.now() - began);
            if (!isAborted()) this.enter(job, 'JobComplete');
        } catch (error) {
            job.errorMessage = error instanceof Error ? error.message : String(error);
            job.milliseconds = Math.round(performance.now() - began);
            this.enter(job, 'Failed');
            if (!(error instanceof JobFailure) && !(error instanceof ApiError)) this.onDefect(error);
        }
    }

    private enter(job: BulkJob, state: JobState): void {
        job.state = state;
        job.changedAt = this.host.clock.now();
        this.folder.save(job);
    }

    private newId(): string {
        for (;;) {
            const id = this.host.org.store.ids.next('750');
            if (!this.folder.has(id)) return id;
        }
    }
}
