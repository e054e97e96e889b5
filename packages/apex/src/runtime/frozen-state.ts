/** Job state between transactions: `freeze` it when a job is enqueued, `thaw` it where the job runs. */
export { freeze } from './frozen/freeze.ts';
export type { FrozenNode, FrozenState, FrozenValue } from './frozen/frozen-state.ts';
export { thaw } from './frozen/thaw.ts';
