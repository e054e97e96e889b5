import type { MatchState } from './match-state.ts';
import type { MatchNode } from './node.ts';

/** Notes where a group begins; its partner `GroupEndNode` makes the group of it. */
export class GroupStartNode implements MatchNode {
    private readonly local: number;
    private readonly next: MatchNode;

    constructor(local: number, next: MatchNode) {
        this.local = local;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        const saved = state.locals[this.local] as number;
        state.locals[this.local] = at;
        const matched = this.next.match(state, at);
        state.locals[this.local] = saved;
        return matched;
    }
}

/** Sets the group, and unsets it where the rest does not match. */
export class GroupEndNode implements MatchNode {
    private readonly local: number;
    private readonly capture: number;
    /** Assigned after construction where a loop is what follows. */
    next: MatchNode;

    constructor(local: number, capture: number, next: MatchNode) {
        this.local = local;
        this.capture = capture;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        const { capture } = this;
        if (capture === 0) return this.next.match(state, at);
        const { groups } = state;
        const start = groups[capture * 2] as number;
        const stop = groups[capture * 2 + 1] as number;
        groups[capture * 2] = state.locals[this.local] as number;
        groups[capture * 2 + 1] = at;
        if (this.next.match(state, at)) return true;
        groups[capture * 2] = start;
        groups[capture * 2 + 1] = stop;
        return false;
    }
}

/** Options in order; each ends in the same continuation. */
export class BranchNode implements MatchNode {
    private readonly options: readonly MatchNode[];

    constructor(options: readonly MatchNode[]) {
        this.options = options;
    }

    match(state: MatchState, at: number): boolean {
        for (const option of this.options) if (option.match(state, at)) return true;
        return false;
    }
}

/** An atom that, once matched, is not matched differently: `(?>X)`. */
export class AtomicNode implements MatchNode {
    private readonly atom: MatchNode;
    private readonly next: MatchNode;

    constructor(atom: MatchNode, next: MatchNode) {
        this.atom = atom;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        return this.atom.match(state, at) && this.next.match(state, state.last);
    }
}

export class LookaheadNode implements MatchNode {
    private readonly condition: MatchNode;
    private readonly negative: boolean;
    private readonly next: MatchNode;

    constructor(condition: MatchNode, negative: boolean, next: MatchNode) {
        this.condition = condition;
        this.negative = negative;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        const { to } = state;
        if (state.transparentBounds) state.to = state.text.length;
        // More input could make the condition true.
        if (this.negative && at >= state.to) state.requireEnd = true;
        const holds = this.condition.match(state, at);
        state.to = to;
        return holds !== this.negative && this.next.match(state, at);
    }
}

/** Tries the condition at every start that its length allows, the nearest first. */
export class LookbehindNode implements MatchNode {
    private readonly condition: MatchNode;
    private readonly min: number;
    private readonly max: number;
    /** Lengths count code points. */
    private readonly supplementary: boolean;
    private readonly negative: boolean;
    private readonly next: MatchNode;

    constructor(
        condition: MatchNode,
        lengths: { readonly min: number; readonly max: number },
        supplementary: boolean,
        negative: boolean,
        next: MatchNode,
    ) {
        this.condition = condition;
        this.min = lengths.min;
        this.max = lengths.max;
        this.supplementary = supplementary;
        this.negative = negative;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        const { from, lookbehindEnd, text } = state;
        const lowest = state.transparentBounds ? 0 : from;
        const earliest = Math.max((at - this.unitsBefore(text, at, this.max)) | 0, lowest);
        state.lookbehindEnd = at;
        if (state.transparentBounds) state.from = 0;
        let holds = false;
        let start = at - this.unitsBefore(text, at, this.min);
        while (!holds && start >= earliest) {
            holds = this.condition.match(state, start);
            start -= start > earliest ? this.unitsBefore(text, start, 1) : 1;
        }
        state.from = from;
        state.lookbehindEnd = lookbehindEnd;
        return holds !== this.negative && this.next.match(state, at);
    }

    /**
     * Code units of so many characters before `at`. As in Java, code points are counted no further than to the beginning
     * of the text, and forwards where the number has overflowed.
     */
    private unitsBefore(text: string, at: number, count: number): number {
        if (!this.supplementary) return count;
        if (count < 0) return count === -0x80000000 ? 0 : unitsAfter(text, at, -count);
        let position = at;
        for (let left = count; left > 0 && position > 0; left--) {
            position -= position >= 2 && (text.codePointAt(position - 2) as number) > 0xffff ? 2 : 1;
        }
        return at - position;
    }
}

function unitsAfter(text: string, at: number, count: number): number {
    let position = at;
    for (let left = count; left > 0 && position < text.length; left--) {
        position += (text.codePointAt(position) as number) > 0xffff ? 2 : 1;
    }
    return position - at;
}
