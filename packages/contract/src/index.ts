export { ERROR_CODES, isErrorBody } from './error-codes.ts';
export type { ErrorBody, ErrorCode, ErrorCodeDescription, ErrorEntry } from './error-codes.ts';
export type {
    EnqueueBody,
    EnqueueReply,
    EventErrorKind,
    EventFilter,
    EventOperation,
    EventsReply,
    EventStatus,
    HandlerCount,
    QueuedEvent,
    QueueStatsReply,
    UpkeepBody,
    UpkeepReply,
} from './event-queue.ts';
export { HEALTH_FIXES } from './health.ts';
export type { HealthCheck, HealthCheckStatus, HealthFix, HealthReply } from './health.ts';
export { JOB_STATUSES } from './jobs.ts';
export type {
    JobReply,
    JobsReply,
    JobStatus,
    JobSummary,
    SkippedStep,
    StartedBy,
    StepError,
    StepReport,
    StepsDocument,
} from './jobs.ts';
export { SYNC_STEPS } from './steps.ts';
export type { SyncStep } from './steps.ts';
export type {
    AsyncJob,
    QueueBreaker,
    QueueState,
    ScheduledJob,
    SyncHealth,
    SyncReason,
    SyncState,
    SyncStatus,
    SyncUser,
} from './sync-status.ts';
