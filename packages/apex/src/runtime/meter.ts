import { LimitError } from './exceptions.ts';

/**
 * CPU time as a count of steps: emitted code takes one at each method entry and each turn of a loop, so that a run uses
 * the same "time" on every machine. Whoever makes a transaction current sets `left` and keeps it when setting it aside.
 */
export const meter = { left: Number.MAX_SAFE_INTEGER };

/** Steps that count as one millisecond of CPU time: about what the platform's own interpreter does in one. */
export const STEPS_PER_MILLISECOND = 10_000;

/** @throws LimitError which no Apex code can catch */
export function throwCpuExhausted(): never {
    throw new LimitError('Apex CPU time limit exceeded');
}
