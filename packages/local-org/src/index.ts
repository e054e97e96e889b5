/** The embedded org: metadata, schema, store, transactions and DML. */
export { LocalOrg, type OpenTransaction, type TransactionStart } from './org.ts';
export { OrgDatabase } from './org-database.ts';
export { type LocalOrgOptions } from './org-options.ts';
export type { EventPublisher } from './event-publisher.ts';
export { OrgEvents } from './events/org-events.ts';
export {
    noTriggers,
    TriggerError,
    type TriggerInvocation,
    type TriggerOperation,
    type TriggerRunner,
} from './dml/trigger-runner.ts';
export { MetadataError } from './metadata/metadata-error.ts';
export type { ApexSource, DeploymentLedger, MetadataPackage, SkippedComponent } from './metadata/model.ts';
export { metadataSupport, type MetadataSupport } from './metadata/metadata-support.ts';
export { readProject } from './metadata/read-project.ts';
export { OrgSchema } from './schema/org-schema.ts';
export type { Durability } from './store/durability.ts';
export { SqliteDurability } from './store/sqlite-durability.ts';
export { OrgTransaction } from './transaction/org-transaction.ts';
export { ApexProgram, type ApexProgramOptions } from './apex/apex-program.ts';
export { coberturaReport, coveragePercent, junitReport } from './apex-tests/report-formats.ts';
export { testProject, type TestProjectOptions } from './apex-tests/test-project.ts';
export type { ApexTestResult, ApexTestRun, ClassCoverage, CompileProblem } from './apex-tests/test-result.ts';
export { OrgCompilerSchema } from './apex/compiler-schema.ts';
export { ApexSession } from './apex/apex-session.ts';
export { ApexTriggers } from './apex/apex-triggers.ts';
export { ApexSchema } from './schema/apex-schema.ts';
export { ApexRuntime, type ApexRuntimeOptions, type SessionStart } from './apex/apex-runtime.ts';
export { type ActionAnswer, type ActionCall, type ActionResult, ApexActions } from './entry-points/apex-actions.ts';
export { type AnonymousResult, ApexAnonymous, type DebugLine } from './entry-points/apex-anonymous.ts';
export { ApexAura, type AuraAnswer, type AuraCall } from './entry-points/apex-aura.ts';
export { type HandlerOutcome, PackageHandlers } from './entry-points/package-handlers.ts';
export { ApexRest } from './entry-points/apex-rest.ts';
export type { ApexRestRequest, ApexRestResponse } from './entry-points/rest/rest-message.ts';
export { type Clock, ManualClock, systemClock } from './clock/clock.ts';
export { JobEngine, type JobEvent } from './jobs/job-engine.ts';
export { DEFAULT_JOB_OPTIONS, type JobOptions, jobOptionsOf } from './jobs/job-options.ts';
export { EngineTimer } from './jobs/engine-timer.ts';
export { keptClock } from './jobs/housekeeping.ts';
export { Interleaver } from './scheduler/interleaver.ts';
export { describeFailure, simulate, type Scenario, type SimulationResult } from './scheduler/simulate.ts';
export { World, type WorldOptions } from './scheduler/world.ts';
export { Executor, ExecutorClosedError } from './executor/executor.ts';
export { LiveRuntime, type LiveRuntimeOptions } from './executor/live-runtime.ts';
export { WorkRunner } from './executor/work-runner.ts';
export type { WorkOutcome, WorkSource } from './executor/work-source.ts';
export { type HttpTransport, networkTransport } from './callouts/http-transport.ts';
export type { WireFailure, WireOutcome, WireRequest, WireResponse } from './callouts/wire.ts';
export { OrgCredentials, type PrincipalSecret } from './credentials/org-credentials.ts';
export * from './http/index.ts';
