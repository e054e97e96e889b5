import type { Correction } from './correction.ts';

export { correct, type Correction } from './correction.ts';

/** Everything that the generated tables have wrong, in the order in which it is applied. */
export const corrections: readonly Correction[] = [];
