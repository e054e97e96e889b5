/** What the compiler has to say about one place in one file. Phases append diagnostics; they never throw them. */
export interface Diagnostic {
    file: string;
    /** From 1. */
    line: number;
    /** From 1. */
    column: number;
    severity: 'error' | 'warning';
    /**
     * `syntax`: the parser refused it. `semantic`: the platform would refuse it. `unsupported`: the platform accepts it
     * and this compiler does not; the message names the construct.
     */
    category: 'syntax' | 'semantic' | 'unsupported';
    /** The platform's own sentence where one is published. */
    message: string;
}
