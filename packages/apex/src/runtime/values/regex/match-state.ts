import { RegexTooComplicatedError } from './regex-error.ts';

/** The platform stops a match that reads more characters than this: "Regex too complicated". */
export const CHARACTERS_READ_LIMIT = 1_000_000;

/** What one matcher knows while it matches; nodes read and write it. */
export class MatchState {
    text = '';
    /** The region: matches lie in it. */
    from = 0;
    to = 0;
    /** `^`, `$` and the like take the region's ends for the text's. */
    anchoringBounds = true;
    /** Lookaround and `\b` see beyond the region's ends. */
    transparentBounds = false;

    /** Start and end by group; -1 for a group that took no part. */
    groups: number[];
    /** Group starts and loop counts of the attempt. */
    readonly locals: number[];
    /** Positions from which a loop is known to lead nowhere, by loop. */
    readonly failedPositions: (Set<number> | null)[];
    /** Where an atom or the whole match ended. */
    last = 0;
    /** Where the match before this one ended, for `\G`; -1 before the first. */
    previousEnd = -1;
    /** The match must reach the end of the region. */
    whole = false;
    lookbehindEnd = 0;
    /** The end of the input was looked at: more of it could change the answer. */
    hitEnd = false;
    /** More input could turn the match into none. */
    requireEnd = false;
    private charactersRead = 0;

    constructor(groupCount: number, localCount: number, memoCount: number) {
        this.groups = new Array<number>((groupCount + 1) * 2).fill(-1);
        this.locals = new Array<number>(localCount).fill(-1);
        this.failedPositions = new Array<Set<number> | null>(memoCount).fill(null);
    }

    beginAttempt(): void {
        this.groups.fill(-1);
        this.locals.fill(-1);
        this.failedPositions.fill(null);
        this.hitEnd = false;
        this.requireEnd = false;
    }

    /** A new text: what was read of the old one no longer counts. */
    beginText(text: string): void {
        this.text = text;
        this.charactersRead = 0;
    }

    countCharacter(): void {
        if (++this.charactersRead > CHARACTERS_READ_LIMIT) throw new RegexTooComplicatedError();
    }

    /** End of the text as `$` and `\z` see it. */
    get anchorEnd(): number {
        return this.anchoringBounds ? this.to : this.text.length;
    }

    get anchorStart(): number {
        return this.anchoringBounds ? this.from : 0;
    }
}
