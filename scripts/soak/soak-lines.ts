/** A test in its long form. `npm test` runs the same files in their short one. */
export interface SoakLine {
    readonly name: string;
    /** Of tests, relative to the repository: a file, or a pattern with `*`. */
    readonly tests: readonly string[];
    /** What makes the tests long. */
    readonly environment: Readonly<Record<string, string>>;
}

export const SOAK_LINES: readonly SoakLine[] = [
    {
        name: 'races',
        tests: ['packages/local-org/test/scheduler/*.test.ts'],
        environment: { SIMULATION_SEEDS: '1000' },
    },
    {
        name: 'determinism',
        tests: ['packages/local-org/test/jobs/determinism.test.ts'],
        environment: { DETERMINISM_RUNS: '100', DETERMINISM_JOBS: '2000' },
    },
    {
        name: 'kill',
        tests: ['packages/local-org/test/jobs/killed-process*.test.ts'],
        environment: { KILL_TRIALS: '20', KILL_JOBS: '10000' },
    },
    {
        name: 'cycle',
        tests: ['packages/cycle-tests/test/faults/*.test.ts'],
        environment: { SIMULATION_SEEDS: '2000' },
    },
    {
        name: 'queue',
        tests: ['packages/cycle-tests/test/event-queue/no-lost-wake-up.test.ts'],
        environment: { SIMULATION_SEEDS: '10000' },
    },
    {
        name: 'faulty org',
        tests: ['packages/cli/test/faulty-org.test.ts'],
        environment: { SW_SOAK_MINUTES: '30' },
    },
];
