/** One test method's result, as `sw org test --json` prints it. */
export interface ApexTestResult {
    readonly class: string;
    readonly method: string;
    readonly outcome: 'Pass' | 'Fail';
    /** `System.AssertException: Assertion Failed: ...`; null when passed. */
    readonly message: string | null;
    /** Apex frames, a line each; null when passed. */
    readonly stack: string | null;
    readonly durationMs: number;
}

export interface CompileProblem {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly category: 'syntax' | 'semantic' | 'unsupported';
}

export interface ClassCoverage {
    readonly name: string;
    readonly file: string;
    readonly coveredLines: readonly number[];
    readonly uncoveredLines: readonly number[];
}

export interface ApexTestRun {
    readonly passed: number;
    readonly failed: number;
    readonly compileErrors: readonly CompileProblem[];
    readonly durationMs: number;
    readonly tests: readonly ApexTestResult[];
    /** Only when asked for. */
    readonly coverage?: readonly ClassCoverage[];
}
