import type { MatchState } from './match-state.ts';
import type { MatchNode } from './node.ts';
import type { RepeatNode } from './syntax.ts';

/** `X?` of an atom that is no group. */
export class OptionalNode implements MatchNode {
    private readonly atom: MatchNode;
    private readonly mode: RepeatNode['mode'];
    private readonly next: MatchNode;

    constructor(atom: MatchNode, mode: RepeatNode['mode'], next: MatchNode) {
        this.atom = atom;
        this.mode = mode;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        switch (this.mode) {
            case 'greedy':
                return (this.atom.match(state, at) && this.next.match(state, state.last)) || this.next.match(state, at);
            case 'lazy':
                return this.next.match(state, at) || (this.atom.match(state, at) && this.next.match(state, state.last));
            case 'possessive':
                return this.next.match(state, this.atom.match(state, at) ? state.last : at);
        }
    }
}

/**
 * Repeats an atom that is matched in one way only, and so is stepped back by its length. Groups inside of the atom keep
 * what the furthest step gave them.
 */
export class CountedNode implements MatchNode {
    protected readonly atom: MatchNode;
    protected readonly min: number;
    protected readonly max: number;
    private readonly mode: RepeatNode['mode'];
    protected readonly next: MatchNode;

    constructor(atom: MatchNode, repeat: RepeatNode, next: MatchNode) {
        this.atom = atom;
        this.min = repeat.min;
        this.max = repeat.max;
        this.mode = repeat.mode;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        let position = at;
        for (let count = 0; count < this.min; count++) {
            if (!this.atom.match(state, position)) return false;
            this.capture(state, position, state.last);
            position = state.last;
        }
        switch (this.mode) {
            case 'greedy':
                return this.matchGreedy(state, position, this.min);
            case 'lazy':
                return this.matchLazy(state, position, this.min);
            case 'possessive':
                return this.matchPossessive(state, position, this.min);
        }
    }

    /** Steps of equal length are undone by arithmetic; where the length changes, the rest is a repetition of its own. */
    protected matchGreedy(state: MatchState, at: number, counted: number): boolean {
        let count = counted;
        let position = at;
        if (count >= this.max || !this.atom.match(state, position)) return this.next.match(state, position);
        const length = state.last - position;
        if (length === 0) return this.next.match(state, position);
        position = state.last;
        count++;
        while (count < this.max && this.atom.match(state, position)) {
            if (state.last !== position + length) {
                if (this.matchGreedy(state, state.last, count + 1)) return true;
                break;
            }
            position += length;
            count++;
        }
        for (; count >= counted; count--, position -= length) if (this.next.match(state, position)) return true;
        return false;
    }

    private matchLazy(state: MatchState, at: number, counted: number): boolean {
        let position = at;
        for (let count = counted; ; count++) {
            if (this.next.match(state, position)) return true;
            if (count >= this.max || !this.atom.match(state, position) || state.last === position) return false;
            this.capture(state, position, state.last);
            position = state.last;
        }
    }

    private matchPossessive(state: MatchState, at: number, counted: number): boolean {
        let position = at;
        for (let count = counted; count < this.max; count++) {
            if (!this.atom.match(state, position) || state.last === position) break;
            this.capture(state, position, state.last);
            position = state.last;
        }
        return this.next.match(state, position);
    }

    protected capture(_state: MatchState, _start: number, _stop: number): void {}
}

/** As `CountedNode`, for a group that captures: it holds the last step that counted. */
export class CountedGroupNode extends CountedNode {
    private readonly group: number;

    constructor(atom: MatchNode, repeat: RepeatNode, group: number, next: MatchNode) {
        super(atom, repeat, next);
        this.group = group;
    }

    override match(state: MatchState, at: number): boolean {
        const start = state.groups[this.group * 2] as number;
        const stop = state.groups[this.group * 2 + 1] as number;
        if (super.match(state, at)) return true;
        this.capture(state, start, stop);
        return false;
    }

    protected override matchGreedy(state: MatchState, at: number, counted: number): boolean {
        const savedStart = state.groups[this.group * 2] as number;
        const savedStop = state.groups[this.group * 2 + 1] as number;
        let count = counted;
        let position = at;
        if (count < this.max && this.atom.match(state, position)) {
            const length = state.last - position;
            if (length <= 0) {
                this.capture(state, position, position + length);
                position += length;
            } else {
                for (;;) {
                    this.capture(state, position, position + length);
                    position += length;
                    if (++count >= this.max || !this.atom.match(state, position)) break;
                    if (position + length !== state.last) {
                        if (this.matchGreedy(state, position, count)) return true;
                        break;
                    }
                }
                for (; count > counted; count--) {
                    if (this.next.match(state, position)) {
                        this.capture(state, position - length, position);
                        return true;
                    }
                    position -= length;
                    this.capture(state, position - length, position);
                }
            }
        }
        this.capture(state, savedStart, savedStop);
        return this.next.match(state, position);
    }

    protected override capture(state: MatchState, start: number, stop: number): void {
        if (this.group === 0) return;
        state.groups[this.group * 2] = start;
        state.groups[this.group * 2 + 1] = stop;
    }
}
