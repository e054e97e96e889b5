/** What every gate reports and how the runner talks to it. */

/** One fault. `line` is 1-based; 0 means the fault is about the whole file. `file` is relative to the root, with slashes. */
export interface Finding {
    gate: string;
    file: string;
    line: number;
    rule: string;
    message: string;
}

/** A finding as a gate states it; the runner adds the gate's name. */
export type Fault = Omit<Finding, 'gate'>;

export interface GateOutcome {
    faults: Fault[];
    /** How much was looked at, so that a gate that looked at nothing is seen to have. */
    examined: string;
    /** Facts worth a line in the report that are no fault. */
    notes?: string[];
}

export interface GateContext {
    /** The project that is checked: the repository, or a fixture that looks like one. Absolute. */
    root: string;
    /** The files under gates, relative to the root, with slashes, sorted. */
    files: readonly string[];
    cache: ResultCache;
}

/** Remembers faults by a key that names everything they depend on. */
export interface ResultCache {
    get(key: string): Fault[] | undefined;
    set(key: string, faults: Fault[]): void;
    /** A folder for what a tool itself keeps between runs, or nothing where runs are independent. */
    folder: string | undefined;
}

export type RunGate = (context: GateContext) => Promise<GateOutcome>;

export interface Gate {
    name: string;
    /** What it holds, for the table of gates. */
    holds: string;
    /** Loaded late: a gate's tool may take a second to import. */
    load: () => Promise<RunGate>;
}

/** A gate that cannot do its work, with a remedy. It fails under CI and is reported as skipped elsewhere. */
export class GateUnavailable extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'GateUnavailable';
    }
}
