/** A formula that the platform would refuse to save, or that this org cannot evaluate; the sentence names what and where. */
export class FormulaError extends Error {
    override readonly name = 'FormulaError';
    readonly code: 'SYNTAX' | 'UNKNOWN_NAME' | 'WRONG_TYPE' | 'WRONG_ARGUMENTS' | 'UNSUPPORTED';
    /** Offset into the formula's text. */
    readonly position: number;

    constructor(code: FormulaError['code'], message: string, position = 0) {
        super(message);
        this.code = code;
        this.position = position;
    }
}
