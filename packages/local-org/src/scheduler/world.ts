import type { Waiting } from '@sw-studio/apex/runtime';
import type { ApexProgram } from '../apex/apex-program.ts';
import { ApexRuntime, type ApexRuntimeOptions } from '../apex/apex-runtime.ts';
import type { ManualClock } from '../clock/clock.ts';
import { seededRandom } from '../clock/seeded-random.ts';
import type { JobOptions } from '../jobs/job-options.ts';
import type { LocalOrg } from '../org.ts';
import { Interleaver } from './interleaver.ts';
import { OrgSnapshot } from './org-snapshot.ts';

export interface WorldOptions {
    readonly org: LocalOrg;
    /** Compiled with generators. */
    readonly program: ApexProgram;
    readonly clock: ManualClock;
    readonly jobs?: Partial<JobOptions>;
    readonly services?: ApexRuntimeOptions['services'];
}

/** An org that is run again and again from the same state, each time with another seed. */
export class World {
    readonly org: LocalOrg;
    readonly clock: ManualClock;
    /** Of the run that was begun last. */
    seed = 0;
    private readonly options: WorldOptions;
    private readonly snapshot: OrgSnapshot;
    private readonly start: number;
    private current: { readonly runtime: ApexRuntime; readonly interleaver: Interleaver };

    constructor(options: WorldOptions) {
        this.options = options;
        this.org = options.org;
        this.clock = options.clock;
        this.start = options.clock.now();
        this.snapshot = new OrgSnapshot(options.org);
        this.current = this.restart(0);
    }

    get runtime(): ApexRuntime {
        return this.current.runtime;
    }

    get interleaver(): Interleaver {
        return this.current.interleaver;
    }

    /** Goes back to the beginning. */
    begin(seed: number): void {
        this.seed = seed;
        this.runtime.rollbackAll();
        this.snapshot.restore(this.org);
        this.clock.reset(this.start);
        this.current = this.restart(seed);
    }

    /** A request that runs beside the others: a static Apex method without parameters. */
    spawn(name: string, className: string, method: string, userId?: string): void {
        this.interleaver.spawn(name, this.runtime.calling(className, method, userId));
    }

    /** As `spawn`, for computations that are no Apex. */
    spawnComputation(name: string, computation: Generator<Waiting, unknown, void>): void {
        this.interleaver.spawn(name, computation);
    }

    /** The process is killed and started again: what was not committed is gone, what was is gone on with. */
    crash(seed: number): void {
        const { trace, ended } = this.interleaver;
        this.interleaver.abandon();
        this.runtime.rollbackAll();
        this.current = this.restart(seed);
        this.interleaver.trace.push(...trace);
        this.interleaver.ended.push(...ended);
    }

    private restart(seed: number): World['current'] {
        const { org, program, clock, jobs, services } = this.options;
        const runtime = new ApexRuntime({
            org,
            program,
            clock,
            jobs: { workers: 2, ...jobs, seed, interleaved: true },
            ...(services && { services }),
        });
        const random = seededRandom(seed ^ 0x5eed);
        const interleaver = new Interleaver({ store: org.store, clock, random, jobs: runtime.jobs });
        return { runtime, interleaver };
    }
}
