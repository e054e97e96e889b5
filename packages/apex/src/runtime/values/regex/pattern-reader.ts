import { noFlags, type RegexFlags } from './flags.ts';
import { expandQuotations } from './quoting.ts';
import { RegexSyntaxError } from './regex-error.ts';

const BACKSLASH = 0x5c;
const HASH = 0x23;

/** Reads a pattern by code points; blanks and comments are skipped where the mode says so. Reading beyond the end is 0. */
export class PatternReader {
    readonly pattern: string;
    private readonly codes: readonly number[];
    private cursor = 0;
    flags: RegexFlags = { ...noFlags };

    constructor(pattern: string) {
        this.pattern = pattern;
        this.codes = Array.from(expandQuotations(pattern), (character) => character.codePointAt(0) as number);
    }

    get position(): number {
        return this.cursor;
    }

    get atEnd(): boolean {
        return this.cursor >= this.codes.length;
    }

    /** A backslash was the last character. */
    get isBeyondEnd(): boolean {
        return this.cursor > this.codes.length;
    }

    moveTo(position: number): void {
        this.cursor = position;
    }

    /** The next code point that means something, left unread. */
    peek(): number {
        if (this.flags.comments) this.skipBlanksAndComments();
        return this.codes[this.cursor] ?? 0;
    }

    /** Like `peek` at a distance, but blanks count. */
    peekRaw(distance = 0): number {
        return this.codes[this.cursor + distance] ?? 0;
    }

    /** Steps over the current code point. */
    skip(): void {
        this.cursor++;
    }

    /** Reads what `peek` shows. */
    read(): number {
        const code = this.peek();
        this.cursor++;
        return code;
    }

    /** Reads the code point after a backslash or `?`, where blanks mean themselves. */
    readRaw(): number {
        const code = this.peekRaw();
        this.cursor++;
        return code;
    }

    /** Whether the meaning code point is `character`; it is stepped over then. */
    accept(character: string): boolean {
        if (this.peek() !== character.charCodeAt(0) || this.atEnd) return false;
        this.cursor++;
        return true;
    }

    isBackslash(): boolean {
        return this.peek() === BACKSLASH;
    }

    hasSupplementaryFrom(position: number): boolean {
        return this.codes.slice(position).some((code) => code > 0xffff || (code >= 0xd800 && code <= 0xdfff));
    }

    error(description: string): RegexSyntaxError {
        return new RegexSyntaxError(description, this.pattern, this.cursor - 1);
    }

    private skipBlanksAndComments(): void {
        for (;;) {
            const code = this.codes[this.cursor] ?? 0;
            if ((code >= 9 && code <= 13) || code === 32) this.cursor++;
            else if (code === HASH) this.skipComment();
            else return;
        }
    }

    private skipComment(): void {
        while (!this.atEnd && !this.endsLine(this.codes[this.cursor] as number)) this.cursor++;
    }

    private endsLine(code: number): boolean {
        if (this.flags.unixLines) return code === 10;
        return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
    }
}
