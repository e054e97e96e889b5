import type { MatchState } from './match-state.ts';
import { RegexTooComplicatedError } from './regex-error.ts';
import type { NativeForms, Regex } from './regex.ts';

type Attempt = { readonly kind: 'search' | 'prefix' | 'whole'; readonly start: number; readonly previousEnd: number };

/**
 * Matches one text, as java.util.regex.Matcher: it remembers the last match and goes on after it. Which engine answers
 * cannot be told from outside; what only the program knows (hitEnd, positions of groups) is asked of it afterwards.
 */
export class RegexMatcher {
    private regexInUse: Regex;
    private textInUse: string;
    private native: NativeForms | null;
    private state: MatchState | null = null;
    private regionStart = 0;
    private regionEnd: number;
    private anchoring = true;
    private transparent = false;
    /** -1: there is no match. */
    private first = -1;
    private last = 0;
    private previousEnd = -1;
    /** The last attempt; null: none yet. */
    private attempt: Attempt | null = null;
    /** Groups of a match that JavaScript's engine found; null: `state` has them. */
    private nativeGroups: RegExpExecArray | null = null;
    private stateIsCurrent = false;
    /** The search went beyond the end: the last match is still there, but its groups are not. */
    private exhausted = false;

    /** @param alwaysProgram leaves nothing to JavaScript's engine, so that tests can compare the two */
    constructor(regex: Regex, text: string, alwaysProgram = false) {
        this.regexInUse = regex;
        this.textInUse = text;
        this.regionEnd = text.length;
        this.native = alwaysProgram ? null : regex.nativeFor(text);
    }

    get regex(): Regex {
        return this.regexInUse;
    }

    get text(): string {
        return this.textInUse;
    }

    get matched(): boolean {
        return this.first >= 0;
    }

    get start(): number {
        return this.first;
    }

    get end(): number {
        return this.last;
    }

    get groupCount(): number {
        return this.regexInUse.syntax.groupCount;
    }

    get region(): { readonly start: number; readonly end: number } {
        return { start: this.regionStart, end: this.regionEnd };
    }

    get anchoringBounds(): boolean {
        return this.anchoring;
    }

    get transparentBounds(): boolean {
        return this.transparent;
    }

    set anchoringBounds(value: boolean) {
        this.anchoring = value;
    }

    set transparentBounds(value: boolean) {
        this.transparent = value;
    }

    /** The next match after the last one; an empty match is stepped over. */
    find(): boolean {
        const start = Math.max(this.last === this.first ? this.last + 1 : this.last, this.regionStart);
        if (start > this.regionEnd) {
            this.exhausted = true;
            return false;
        }
        return this.run('search', start);
    }

    findFrom(start: number): boolean {
        this.reset();
        return this.run('search', start);
    }

    matches(): boolean {
        return this.run('whole', this.regionStart);
    }

    lookingAt(): boolean {
        return this.run('prefix', this.regionStart);
    }

    /** Forgets the match and the region. */
    reset(text = this.textInUse): void {
        if (text !== this.textInUse) {
            this.textInUse = text;
            this.native = this.native === null ? null : this.regexInUse.nativeFor(text);
            this.state = null;
        }
        this.setRegion(0, text.length);
    }

    setRegion(start: number, end: number): void {
        this.first = -1;
        this.last = 0;
        this.previousEnd = -1;
        this.regionStart = start;
        this.regionEnd = end;
        this.attempt = null;
        this.nativeGroups = null;
        this.stateIsCurrent = false;
        this.exhausted = false;
    }

    /** Goes on in the same text with another pattern; groups of the last match are forgotten, its position is not. */
    use(regex: Regex): void {
        this.regexInUse = regex;
        this.native = regex.nativeFor(this.textInUse);
        this.state = null;
        this.nativeGroups = null;
        this.attempt = null;
        this.stateIsCurrent = false;
    }

    /** @returns null for a group that took no part */
    group(number: number): string | null {
        if (this.exhausted) return null;
        if (number === 0) return this.textInUse.slice(this.first, this.last);
        if (this.nativeGroups !== null) return this.nativeGroups[number] ?? null;
        const { start, end } = this.groupSpan(number);
        return start < 0 ? null : this.textInUse.slice(start, end);
    }

    groupSpan(number: number): { readonly start: number; readonly end: number } {
        if (number === 0) return { start: this.first, end: this.last };
        if (this.exhausted) return { start: -1, end: -1 };
        const { groups } = this.currentState();
        return { start: groups[number * 2] ?? -1, end: groups[number * 2 + 1] ?? -1 };
    }

    get hitEnd(): boolean {
        return this.attempt !== null && this.currentState().hitEnd;
    }

    get requireEnd(): boolean {
        return this.attempt !== null && this.currentState().requireEnd;
    }

    private run(kind: Attempt['kind'], start: number): boolean {
        const previousEnd = this.previousEnd < 0 ? start : this.previousEnd;
        this.attempt = { kind, start, previousEnd };
        this.nativeGroups = null;
        this.stateIsCurrent = false;
        this.exhausted = false;
        const matched =
            this.native !== null && this.hasWholeRegion()
                ? this.runNative(this.native[kind], start)
                : this.runProgram();
        if (!matched) this.first = -1;
        this.previousEnd = this.last;
        return matched;
    }

    private hasWholeRegion(): boolean {
        return this.regionStart === 0 && this.regionEnd === this.textInUse.length;
    }

    private runNative(form: RegExp, start: number): boolean {
        form.lastIndex = start;
        const found = form.exec(this.textInUse);
        if (found === null) return false;
        this.nativeGroups = found;
        this.first = found.index;
        this.last = found.index + found[0].length;
        return true;
    }

    private runProgram(): boolean {
        const { kind, start, previousEnd } = this.attempt as Attempt;
        const state = (this.state ??= this.newState());
        state.from = this.regionStart;
        state.to = this.regionEnd;
        state.anchoringBounds = this.anchoring;
        state.transparentBounds = this.transparent;
        state.previousEnd = previousEnd;
        state.whole = kind === 'whole';
        state.beginAttempt();
        this.stateIsCurrent = true;
        try {
            const found = kind === 'search' ? this.searchFrom(state, start) : this.matchesAt(state, start);
            if (!found) return false;
        } catch (error) {
            // The stack of the matcher is deeper than ours may be: the platform has a word for it.
            if (error instanceof RangeError) throw new RegexTooComplicatedError();
            throw error;
        }
        this.last = state.last;
        return true;
    }

    private matchesAt(state: MatchState, at: number): boolean {
        this.first = at;
        return this.regexInUse.program.root.match(state, at);
    }

    private searchFrom(state: MatchState, start: number): boolean {
        const { syntax, program } = this.regexInUse;
        const { supplementary } = syntax;
        if (program.anchored) return this.matchesAt(state, start);
        for (let at = start; at <= state.to - program.minLength; at++) {
            if (this.matchesAt(state, at)) return true;
            if (supplementary && (this.textInUse.codePointAt(at) ?? 0) > 0xffff) at++;
        }
        state.hitEnd = true;
        return false;
    }

    private newState(): MatchState {
        const state = this.regexInUse.program.newState();
        state.beginText(this.textInUse);
        return state;
    }

    /** The state after the last attempt; where JavaScript's engine made it, the program makes it again. */
    private currentState(): MatchState {
        if (!this.stateIsCurrent && this.attempt !== null) {
            const { first, last } = this;
            const matched = this.runProgram();
            if (matched !== first >= 0 || (matched && (this.first !== first || this.last !== last))) {
                throw new Error(`Two answers for the regular expression ${this.regexInUse.pattern}`);
            }
            this.first = first;
        }
        return (this.state ??= this.newState());
    }
}
