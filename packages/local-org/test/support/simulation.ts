import { World } from '../../src/scheduler/world.ts';
import { JobOrg, type JobOrgOptions } from './job-org.ts';

/** Seeds of a simulation: few in a run of all tests, `SIMULATION_SEEDS=1000` for the long form. */
export const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 50);

export interface Simulated {
    readonly org: JobOrg;
    readonly world: World;
}

/** An org whose runs are interleaved. The script `setup`, where there is one, makes the state that each run begins with. */
export function simulated(options: JobOrgOptions): Simulated {
    const org = new JobOrg({ ...options, jobs: { ...options.jobs, interleaved: true } });
    if (options.scripts?.['setup'] !== undefined) org.run('setup');
    const { program, clock } = org;
    return { org, world: new World({ org: org.org, program, clock, ...(options.jobs && { jobs: options.jobs }) }) };
}

/** Starts the same script twice at once. */
export function twice(world: World, script: string): void {
    world.spawn('first', 'Scripts', script);
    world.spawn('second', 'Scripts', script);
}
