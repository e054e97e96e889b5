/** A failure of the command line's own, told as those of the org are: code, sentence, remedies, cause. */
export class CliError extends Error {
    override readonly name = 'CliError';
    readonly code: string;
    readonly remedies: readonly string[];
    /** What a script wants to know besides, for `--json`. */
    readonly data: unknown;

    constructor(
        code: string,
        sentence: string,
        { remedies = [], cause, data }: { remedies?: readonly string[]; cause?: unknown; data?: unknown } = {},
    ) {
        super(sentence, cause === undefined ? undefined : { cause });
        this.code = code;
        this.remedies = remedies;
        this.data = data;
    }
}
