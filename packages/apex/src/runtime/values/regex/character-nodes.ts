import { equalsIgnoringCase } from '../character.ts';
import type { CharacterSet } from './character-set.ts';
import type { MatchState } from './match-state.ts';
import type { MatchNode } from './node.ts';

/**
 * The code point at `at`, and how many code units it takes, in one number: code * 2 + (units - 1). A set of the BMP looks
 * at one unit only.
 */
function codePointIn(state: MatchState, at: number, bmp: boolean): number {
    state.countCharacter();
    const unit = state.text.charCodeAt(at);
    if (bmp || unit < 0xd800 || unit > 0xdbff || at + 1 >= state.text.length) return unit * 2;
    const code = state.text.codePointAt(at) as number;
    return code > 0xffff ? code * 2 + 1 : unit * 2;
}

export class SetNode implements MatchNode {
    private readonly set: CharacterSet;
    private readonly next: MatchNode;

    constructor(set: CharacterSet, next: MatchNode) {
        this.set = set;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        if (at < state.to) {
            const read = codePointIn(state, at, this.set.bmp);
            const after = at + 1 + (read & 1);
            if (after <= state.to) return this.set.has(read >> 1) && this.next.match(state, after);
        }
        state.hitEnd = true;
        return false;
    }
}

/** `[...]*` and the like: as many as there are, then back one by one. */
export class GreedySetNode implements MatchNode {
    private readonly set: CharacterSet;
    private readonly min: number;
    private readonly next: MatchNode;

    constructor(set: CharacterSet, min: number, next: MatchNode) {
        this.set = set;
        this.min = min;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        let count = 0;
        let position = at;
        while (position < state.to) {
            const read = codePointIn(state, position, this.set.bmp);
            // The region may cut a surrogate pair: its half is a character then.
            const cut = (read & 1) === 1 && position + 2 > state.to;
            if (cut) state.hitEnd = true;
            if (!this.set.has(cut ? state.text.charCodeAt(position) : read >> 1)) break;
            position += cut ? 1 : 1 + (read & 1);
            count++;
        }
        if (position >= state.to) state.hitEnd = true;
        for (; count >= this.min; count--) {
            if (this.next.match(state, position)) return true;
            if (count === this.min) return false;
            position -= position - 2 >= at && (state.text.codePointAt(position - 2) as number) > 0xffff ? 2 : 1;
        }
        return false;
    }
}

/** `\R`: a carriage return and a newline are one break, but may be taken as two. */
export class LineBreakNode implements MatchNode {
    private readonly next: MatchNode;

    constructor(next: MatchNode) {
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        if (at >= state.to) {
            state.hitEnd = true;
            return false;
        }
        state.countCharacter();
        const unit = state.text.charCodeAt(at);
        if (unit === 0x0d) {
            const after = at + 1;
            if (after < state.to && state.text.charCodeAt(after) === 0x0a && this.next.match(state, after + 1))
                return true;
            return this.next.match(state, after);
        }
        const breaks = (unit >= 0x0a && unit <= 0x0c) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
        return breaks && this.next.match(state, at + 1);
    }
}

/** What a group holds, again; a group that took no part, or does not exist, matches nothing. */
export class ReferenceNode implements MatchNode {
    private readonly group: number;
    private readonly fold: 'none' | 'ascii' | 'unicode';
    private readonly next: MatchNode;

    constructor(group: number, fold: 'none' | 'ascii' | 'unicode', next: MatchNode) {
        this.group = group;
        this.fold = fold;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        const start = state.groups[this.group * 2] ?? -1;
        if (start < 0) return false;
        const length = (state.groups[this.group * 2 + 1] as number) - start;
        if (at + length > state.to) {
            state.hitEnd = true;
            return false;
        }
        for (let offset = 0; offset < length; offset++) {
            state.countCharacter();
            const wanted = state.text.charCodeAt(start + offset);
            const found = state.text.charCodeAt(at + offset);
            if (wanted !== found && !this.equalsFolded(wanted, found)) return false;
        }
        return this.next.match(state, at + length);
    }

    private equalsFolded(left: number, right: number): boolean {
        if (this.fold === 'none') return false;
        if (this.fold === 'unicode') return equalsIgnoringCase(left, right);
        const letter = left | 32;
        return letter === (right | 32) && letter >= 97 && letter <= 122 && left < 128 && right < 128;
    }
}
