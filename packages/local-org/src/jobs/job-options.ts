import type { OrgEdition } from '../default-data/new-org.ts';

/** What an org allows of asynchronous Apex, and how the engine goes about it. */
export interface JobOptions {
    /** Jobs in a chain of queueables that sets no maximum itself; null: no limit. */
    readonly depthCap: number | null;
    /** Scheduled Apex jobs at a time. */
    readonly maximumSchedules: number;
    /** Batch jobs that wait in the flex queue. */
    readonly flexQueueSize: number;
    /** Batch jobs that are queued or run. */
    readonly activeBatches: number;
    /** Executions in any 24 hours. */
    readonly dailyExecutions: number;
    /** `ApexSettings.DefaultQueueableDelay`. */
    readonly defaultDelaySeconds: number;
    /** Milliseconds for which a schedule that has fired for the last time is still there, and its name taken. */
    readonly completedScheduleLingers: number;
    /** Milliseconds after which the row of a finished job is deleted. */
    readonly retention: number;
    /** Jobs that are looked at together when one is picked; 1: strictly in order of arrival. */
    readonly workers: number;
    /** Of the order in which jobs are picked, and of everything random in them. */
    readonly seed: number;
    /** Kinds that come first, first ones first; kinds that are not named come last, together. */
    readonly priorities: readonly ('queueable' | 'future' | 'scheduled' | 'batch' | 'event')[];
    /** Runs the shape of the code that can be set aside at every waiting point. */
    readonly interleaved: boolean;
    /** Jobs that may run without the clock moving before the engine says that they never end. */
    readonly maximumJobsPerInstant: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const DEFAULT_JOB_OPTIONS: JobOptions = {
    depthCap: null,
    maximumSchedules: 100,
    flexQueueSize: 100,
    activeBatches: 5,
    dailyExecutions: 250_000,
    defaultDelaySeconds: 0,
    completedScheduleLingers: 10 * MINUTE,
    retention: 7 * DAY,
    workers: 1,
    seed: 1,
    priorities: [],
    interleaved: false,
    maximumJobsPerInstant: 1_000_000,
};

/** Developer, trial and scratch orgs: chains of five; Developer Edition: five schedules (Apex guide, v67). */
export function jobOptionsOf(edition: OrgEdition): JobOptions {
    return edition === 'Developer Edition'
        ? { ...DEFAULT_JOB_OPTIONS, depthCap: 5, maximumSchedules: 5 }
        : DEFAULT_JOB_OPTIONS;
}
