import type { MatchState } from './match-state.ts';
import type { MatchNode } from './node.ts';
import { isLineTerminator, nonSpacingMarks, unicodeWordOfBoundary, wordOfBoundary } from './predefined-sets.ts';
import type { Assertion } from './syntax.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Conditions on a position that read no character. */
export class AssertionNode implements MatchNode {
    private readonly holds: (state: MatchState, at: number) => boolean;
    private readonly next: MatchNode;

    constructor(assertion: Assertion, next: MatchNode) {
        this.holds = conditions[assertion];
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        return this.holds(state, at) && this.next.match(state, at);
    }
}

const conditions: Readonly<Record<Assertion, (state: MatchState, at: number) => boolean>> = {
    begin: (state, at) => at === state.anchorStart,
    lineBegin: (state, at) => beginsLine(state, at, isLineTerminator),
    unixLineBegin: (state, at) => beginsLine(state, at, (code) => code === NEWLINE),
    end: (state, at) => endsText(state, at),
    unixEnd: (state, at) => endsUnixLine(state, at, false),
    lineEnd: (state, at) => endsLine(state, at),
    unixLineEnd: (state, at) => endsUnixLine(state, at, true),
    veryEnd: (state, at) => at === state.anchorEnd && hitsEnd(state, false),
    lastMatch: (state, at) => at === state.previousEnd,
    wordBoundary: (state, at) => isBoundary(state, at, wordOfBoundary.has),
    noWordBoundary: (state, at) => !isBoundary(state, at, wordOfBoundary.has),
    unicodeWordBoundary: (state, at) => isBoundary(state, at, unicodeWordOfBoundary.has),
    noUnicodeWordBoundary: (state, at) => !isBoundary(state, at, unicodeWordOfBoundary.has),
};

function hitsEnd(state: MatchState, required: boolean): true {
    state.hitEnd = true;
    if (required) state.requireEnd = true;
    return true;
}

/** The end of the text begins no line, even after a line terminator; nor does the middle of \r\n. */
function beginsLine(state: MatchState, at: number, terminates: (code: number) => boolean): boolean {
    const start = state.anchorStart;
    const stop = state.anchorEnd;
    if (at === stop) {
        state.hitEnd = true;
        return false;
    }
    if (at <= start) return true;
    state.countCharacter();
    const before = state.text.charCodeAt(at - 1);
    if (!terminates(before)) return false;
    return !(before === RETURN && state.text.charCodeAt(at) === NEWLINE);
}

function endsText(state: MatchState, at: number): boolean {
    const stop = state.anchorEnd;
    if (at < stop - 2) return false;
    if (at === stop - 2 && !(state.text.charCodeAt(at) === RETURN && state.text.charCodeAt(at + 1) === NEWLINE))
        return false;
    return (at >= stop || isBeforeTerminator(state, at)) && hitsEnd(state, true);
}

function endsLine(state: MatchState, at: number): boolean {
    if (at < state.anchorEnd) return isBeforeTerminator(state, at);
    return hitsEnd(state, true);
}

/** The middle of \r\n is before no terminator. */
function isBeforeTerminator(state: MatchState, at: number): boolean {
    state.countCharacter();
    const code = state.text.charCodeAt(at);
    if (code === NEWLINE) return !(at > 0 && state.text.charCodeAt(at - 1) === RETURN);
    return isLineTerminator(code);
}

function endsUnixLine(state: MatchState, at: number, multiline: boolean): boolean {
    const stop = state.anchorEnd;
    if (at < stop) {
        if (state.text.charCodeAt(at) !== NEWLINE) return false;
        if (multiline) return true;
        if (at !== stop - 1) return false;
    }
    return hitsEnd(state, true);
}

function isBoundary(state: MatchState, at: number, isWord: (code: number) => boolean): boolean {
    const start = state.transparentBounds ? 0 : state.from;
    const stop = state.transparentBounds ? state.text.length : state.to;
    state.countCharacter();
    const left = at > start && countsAsWord(state, at - 1, codePointBefore(state.text, at), isWord);
    if (at >= stop) hitsEnd(state, true);
    const right = at < stop && countsAsWord(state, at, state.text.codePointAt(at) as number, isWord);
    return left !== right;
}

function countsAsWord(state: MatchState, at: number, code: number, isWord: (code: number) => boolean): boolean {
    return isWord(code) || (code > 127 && nonSpacingMarks.has(code) && hasBase(state, at));
}

/** A mark belongs to the letter or digit before it. */
function hasBase(state: MatchState, at: number): boolean {
    const start = state.transparentBounds ? 0 : state.from;
    for (let position = at; position >= start; position--) {
        const code = state.text.codePointAt(position) as number;
        if (code !== 0x5f && wordOfBoundary.has(code)) return true;
        if (!nonSpacingMarks.has(code)) return false;
    }
    return false;
}

function codePointBefore(text: string, at: number): number {
    const pair = at >= 2 ? (text.codePointAt(at - 2) as number) : 0;
    return pair > 0xffff ? pair : text.charCodeAt(at - 1);
}
