import { describeFailure, simulate, World } from '@sw-studio/local-org';
import { seededRandom } from '@sw-studio/vendor-api';
import { CycleOrg, type CycleOrgOptions, MINUTE } from '../cycle-org.ts';
import { smallData, smallRecords } from './small-customer.ts';
import { FaultRun } from './fault-run.ts';

/** True that all is well, or what was found instead. */
export type Finding = true | string;

export interface FaultScenario {
    /** What is sent in, and what goes wrong. */
    disturb(run: FaultRun): void;
    /** What must hold whichever way it went, in this order; later ones may let more time pass. */
    readonly promises: Readonly<Record<string, (run: FaultRun) => Finding>>;
    /** Milliseconds of the org's clock before the promises are looked at. */
    readonly duration?: number;
    /** How often the process is killed. */
    readonly crashes?: number;
}

export interface Exploration {
    readonly runs: number;
    readonly interleavings: number;
    /** Each with its seed and the way there. */
    readonly failures: readonly string[];
}

/** Orders of events that every fault is tried in. */
export const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 100);

/** An org in which faults are tried again and again from the same state. */
export class FaultExplorer {
    readonly org: CycleOrg;
    private readonly world: World;

    /** @param prepare the state that each run begins with; default: on, with its first cycle behind it */
    constructor(options: Partial<CycleOrgOptions> = {}, prepare: (org: CycleOrg) => void = turnOn) {
        this.org = new CycleOrg({ data: smallData(), ...options, jobs: { ...options.jobs, interleaved: true } });
        smallRecords(this.org);
        prepare(this.org);
        const { org, program, clock } = this.org;
        this.world = new World({
            org,
            program,
            clock,
            jobs: { ...options.jobs },
            services: (session) => this.org.services(session),
        });
    }

    explore(scenario: FaultScenario, seeds: number | readonly number[] = SEEDS): Exploration {
        let run: FaultRun | null = null;
        const running = (): FaultRun => {
            if (run === null) throw new Error('The run has not begun.');
            return run;
        };
        const { runs, interleavings, failures } = simulate(this.world, {
            seeds,
            scenario: {
                start: (world) => {
                    this.org.resetFaults();
                    run = new FaultRun(this.org, world, seededRandom(world.seed));
                    scenario.disturb(run);
                },
                invariants: Object.fromEntries(
                    Object.entries(scenario.promises).map(([name, holds]) => [name, () => holds(running())]),
                ),
                duration: scenario.duration ?? 0,
                ...(scenario.crashes !== undefined && { crashes: scenario.crashes }),
            },
        });
        return { runs, interleavings, failures: failures.map(describeFailure) };
    }
}

function turnOn(org: CycleOrg): void {
    org.post('/Sync/v1/StartSync');
    org.advance(MINUTE);
}
