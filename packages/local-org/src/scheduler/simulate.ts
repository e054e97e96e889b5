import { seededRandom } from '../clock/seeded-random.ts';
import type { World } from './world.ts';

/** What is tried, and what must hold whichever way it went. */
export interface Scenario {
    /** Starts the transactions that run beside each other. */
    start(world: World): void;
    /** By name; a string says what was found instead, true that all is well. */
    readonly invariants: Readonly<Record<string, (world: World) => true | string>>;
    /** How often the process is killed in a run, each time at a random waiting point; default: never. */
    readonly crashes?: number;
    /** Milliseconds from the start after which nothing more is run; default: no end. */
    readonly duration?: number;
}

export interface SimulationOptions {
    /** How many, from 1; or those given. */
    readonly seeds: number | readonly number[];
    readonly scenario: Scenario;
    /** Goes on after the first failure, to count them. */
    readonly keepGoing?: boolean;
}

export interface SimulationFailure {
    readonly seed: number;
    readonly invariant: string;
    readonly found: string;
    /** Who went on at each waiting point, in order. */
    readonly interleaving: readonly string[];
}

export interface SimulationResult {
    readonly runs: number;
    /** Different orders that were seen. */
    readonly interleavings: number;
    readonly failures: readonly SimulationFailure[];
}

/** A crash comes after 1 to 256 waiting points, early ones more often: how long a run is, is not known before it. */
const CRASH_WITHIN_POWER = 8;

/**
 * Runs a scenario under many seeds, each from the same state. A failure names its seed: the same seed alone gives the
 * same run again.
 */
export function simulate(world: World, { seeds, scenario, keepGoing = false }: SimulationOptions): SimulationResult {
    const failures: SimulationFailure[] = [];
    const seen = new Set<string>();
    const list = typeof seeds === 'number' ? Array.from({ length: seeds }, (_, index) => index + 1) : seeds;
    let runs = 0;
    for (const seed of list) {
        runs++;
        runOnce(world, scenario, seed);
        const interleaving = [...world.interleaver.trace];
        seen.add(interleaving.join('\n'));
        for (const [invariant, holds] of Object.entries(scenario.invariants)) {
            const found = holds(world);
            if (found !== true) failures.push({ seed, invariant, found, interleaving });
        }
        if (failures.length > 0 && !keepGoing) break;
    }
    return { runs, interleavings: seen.size, failures };
}

/** For people: the seed to replay, what was found, and the way there. */
export function describeFailure({ seed, invariant, found, interleaving }: SimulationFailure): string {
    return [`Seed ${seed} breaks "${invariant}": ${found}`, ...interleaving.map((step) => `    ${step}`)].join('\n');
}

function runOnce(world: World, scenario: Scenario, seed: number): void {
    world.begin(seed);
    scenario.start(world);
    const until = world.clock.now() + (scenario.duration ?? Infinity);
    const random = seededRandom(seed + 0xc4a5);
    for (let crash = 0; crash < (scenario.crashes ?? 0); crash++) {
        const steps = Math.floor(2 ** (random() * CRASH_WITHIN_POWER));
        for (let step = 0; step < steps; step++) if (!world.interleaver.step(until)) break;
        world.crash(seed + crash + 1);
    }
    world.interleaver.run(until);
}
