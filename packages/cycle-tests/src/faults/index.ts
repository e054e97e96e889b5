/** Faults in every order of events: what goes wrong, and what is promised whatever goes wrong. */
export { type FaultScenario, FaultExplorer, SEEDS } from './explore.ts';
export type { FaultRun } from './fault-run.ts';
export { ALWAYS, oneChainOrNone, recordsAreInSync, staysOff, theNextCycleRunsByItself } from './promises.ts';
export { chainStateOf } from './chain-state.ts';
