import type { Waiting } from '@sw-studio/apex/runtime';
import type { ApexRuntime } from '../apex/apex-runtime.ts';
import { Executor } from './executor.ts';
import { WorkRunner } from './work-runner.ts';
import type { WorkSource } from './work-source.ts';

export interface LiveRuntimeOptions {
    /** Its program was compiled with generators, and its jobs are `interleaved`. */
    readonly runtime: ApexRuntime;
    /** Further sources of work beside the jobs. */
    readonly sources?: readonly WorkSource[];
}

/** The Apex of an org at work in real time: requests and jobs beside each other, their callouts made for real. */
export class LiveRuntime {
    readonly runtime: ApexRuntime;
    readonly executor: Executor;
    readonly work: WorkRunner;

    constructor({ runtime, sources = [] }: LiveRuntimeOptions) {
        const { jobs, org } = runtime;
        if (!jobs.options.interleaved) {
            throw new Error(
                'This runtime runs Apex to its end without setting it aside: make it with the job option `interleaved`, ' +
                    'over a program that was compiled with `generators`.',
            );
        }
        this.runtime = runtime;
        this.executor = new Executor({ store: org.store, clock: jobs.clock });
        this.work = new WorkRunner({
            executor: this.executor,
            sources: [jobs, ...sources],
            clock: jobs.clock,
            workers: jobs.options.workers,
            maximumPerInstant: jobs.options.maximumJobsPerInstant,
            keepClock: () => jobs.keepClock(),
        });
    }

    /** A request: what `ApexRuntime.request` and its like return. */
    run<T>(request: Generator<Waiting, T, void>): Promise<T> {
        return this.executor.run(request);
    }

    /** A static Apex method without parameters, run as a request of its own. */
    call(className: string, method: string, userId?: string): Promise<unknown> {
        return this.run(this.runtime.calling(className, method, userId));
    }

    /** Runs what is due until nothing is. @returns how many pieces of jobs were run */
    runDue(): Promise<number> {
        return this.work.runDue();
    }

    /** Moves a clock that is moved by hand, and runs what is due on the way. */
    advance(milliseconds: number): Promise<number> {
        return this.work.advance(milliseconds);
    }

    /** Ends everything at once. What was not committed is rolled back, and jobs among it run again in the next process. */
    close(): void {
        this.work.close();
        this.executor.close();
        this.runtime.rollbackAll();
    }
}
