import type { MatchState } from './match-state.ts';
import type { MatchNode } from './node.ts';
import type { RepeatNode } from './syntax.ts';

/** Where one of a loop's numbers lies in the state. */
export interface LoopSlots {
    /** Start of the iteration: the local of the body's group. */
    readonly begin: number;
    readonly count: number;
    /** -1: failures are not remembered. */
    readonly memo: number;
}

/**
 * Repeats a group that may match in several ways: the body's end leads back here, so that backtracking enters earlier
 * iterations. An iteration that matched nothing ends the loop.
 */
export class LoopNode implements MatchNode {
    /** Assigned after construction: the body ends in this loop. */
    body: MatchNode;
    private readonly min: number;
    private readonly max: number;
    private readonly slots: LoopSlots;
    private readonly next: MatchNode;

    constructor(repeat: RepeatNode, slots: LoopSlots, body: MatchNode, next: MatchNode) {
        this.min = repeat.min;
        this.max = repeat.max;
        this.slots = slots;
        this.body = body;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        const { begin, count: slot, memo } = this.slots;
        if (at > (state.locals[begin] as number)) {
            const count = state.locals[slot] as number;
            if (count < this.min) return this.iterate(state, at, count);
            if (count < this.max) {
                const failed = memo < 0 ? null : (state.failedPositions[memo] ??= new Set());
                if (failed?.has(at)) return this.next.match(state, at);
                if (this.iterate(state, at, count)) return true;
                failed?.add(at);
            }
        }
        return this.next.match(state, at);
    }

    /** Entered from before the loop. */
    matchFirst(state: MatchState, at: number): boolean {
        const { count: slot } = this.slots;
        const saved = state.locals[slot] as number;
        let matched = false;
        if (this.max > 0) {
            state.locals[slot] = 1;
            matched = this.body.match(state, at);
        }
        if (!matched && this.min === 0) matched = this.next.match(state, at);
        state.locals[slot] = saved;
        return matched;
    }

    private iterate(state: MatchState, at: number, count: number): boolean {
        const { count: slot } = this.slots;
        state.locals[slot] = count + 1;
        const matched = this.body.match(state, at);
        if (!matched) state.locals[slot] = count;
        return matched;
    }
}

export class LazyLoopNode implements MatchNode {
    body: MatchNode;
    private readonly min: number;
    private readonly max: number;
    private readonly slots: LoopSlots;
    private readonly next: MatchNode;

    constructor(repeat: RepeatNode, slots: LoopSlots, body: MatchNode, next: MatchNode) {
        this.min = repeat.min;
        this.max = repeat.max;
        this.slots = slots;
        this.body = body;
        this.next = next;
    }

    match(state: MatchState, at: number): boolean {
        const { begin, count: slot } = this.slots;
        if (at <= (state.locals[begin] as number)) return this.next.match(state, at);
        const count = state.locals[slot] as number;
        if (count >= this.min && this.next.match(state, at)) return true;
        if (count >= this.min && count >= this.max) return false;
        state.locals[slot] = count + 1;
        const matched = this.body.match(state, at);
        if (!matched) state.locals[slot] = count;
        return matched;
    }

    matchFirst(state: MatchState, at: number): boolean {
        const { count: slot } = this.slots;
        const saved = state.locals[slot] as number;
        let matched = this.min === 0 && this.next.match(state, at);
        if (!matched && this.max > 0) {
            state.locals[slot] = 1;
            matched = this.body.match(state, at);
        }
        state.locals[slot] = saved;
        return matched;
    }
}

export class LoopEntryNode implements MatchNode {
    private readonly loop: LoopNode | LazyLoopNode;

    constructor(loop: LoopNode | LazyLoopNode) {
        this.loop = loop;
    }

    match(state: MatchState, at: number): boolean {
        return this.loop.matchFirst(state, at);
    }
}
