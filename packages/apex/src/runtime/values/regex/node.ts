import type { MatchState } from './match-state.ts';

/**
 * A step of the backtracking matcher. It answers whether the rest of the pattern, itself first, matches at `at`; the
 * steps after it are its own business (`next`). The algorithm is java.util.regex's, because what a group holds after
 * backtracking, and hitEnd, depend on it.
 */
export interface MatchNode {
    match(state: MatchState, at: number): boolean;
}

/** Ends an atom that is matched by itself; `state.last` says where. */
export const accept: MatchNode = {
    match(state, at) {
        state.last = at;
        return true;
    },
};

/** Ends the pattern. */
export const end: MatchNode = {
    match(state, at) {
        if (state.whole && at !== state.to) return false;
        state.last = at;
        return true;
    },
};

/** Ends the condition of a lookbehind. */
export const lookbehindEnd: MatchNode = {
    match(state, at) {
        return at === state.lookbehindEnd;
    },
};
