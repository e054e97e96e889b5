/** The package in a local org with the reference backend, for tests and benchmarks of the whole cycle. */
export { ConnectedOrg } from './connected-org.ts';
export { CycleOrg, type CycleOrgOptions, HOUR, MINUTE, type RestAnswer } from './cycle-org.ts';
export { cyclesOf, lastCycle, type ReportedCycle, type ReportedStep } from './cycle-report.ts';
export { insertRecordsOf, leadRows } from './lead-data.ts';
export { contractProblem } from './contract-schemas.ts';
export { smallData, smallRecords } from './faults/small-customer.ts';
