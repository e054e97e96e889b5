export const JOB_STATUSES = ['Queued', 'Processing', 'Failed', 'Partially_Completed', 'Completed'] as const;

export type JobStatus = (typeof JOB_STATUSES)[number];

export type StartedBy = 'Watcher' | 'Runner' | 'Manual' | 'REST';

/** One SW Apex Job, which is one cycle. */
export interface JobSummary {
    /** 18 characters. */
    id: string;
    /** Auto number, such as `SWJ-0000042`. */
    name: string;
    cycleId: string;
    status: JobStatus;
    startedBy?: StartedBy;
    fullSync: boolean;
    /** Absent while the cycle is queued. */
    startedAt?: string;
    /** Absent until the status is final. */
    endedAt?: string;
    durationSeconds?: number;
    recordsExamined: number;
    recordsChanged: number;
    recordsFailed: number;
    stepsCompleted: number;
    stepsPartiallyCompleted: number;
    stepsFailed: number;
    stepsSkipped: number;
    /** Asynchronous jobs that the cycle took from the daily allowance of the org. */
    apexJobs: number;
    /** Code of what ended the cycle before its last step. */
    stopReason?: string;
    stopDetail?: string;
    /** The first error of each step that had one, one a line. */
    errorSummary?: string;
}

/** What `Jobs` answers: newest first. */
export interface JobsReply {
    jobs: JobSummary[];
    /** To be given as `before` for the next page; absent on the last one. */
    next?: string;
}

/** What `Job` answers. */
export interface JobReply {
    job: JobSummary;
    steps: StepsDocument;
}

/** What Steps JSON holds. A reader must refuse a version that it does not know. */
export interface StepsDocument {
    version: 1;
    /** In the order in which they ran. */
    steps: StepReport[];
    skipped: SkippedStep[];
    /** What was left out to fit the field; absent where nothing was. */
    cut?: string;
}

export interface StepReport {
    name: string;
    /** Apex class of the job, as Apex Jobs shows it. */
    job: string;
    status: JobStatus;
    /** False for the steps that are shown and do not count for the status of the cycle. */
    counted: boolean;
    startedAt?: string;
    endedAt?: string;
    /** Asynchronous jobs that the step took. */
    links: number;
    chunks: number;
    chunksFailed: number;
    retries: number;
    crashes: number;
    /** Records the step is about: prospects, leads, contacts, accounts, opportunities. */
    examined: number;
    changed: number;
    failed: number;
    /** Rows written, of whatever object. */
    rows: number;
    errors: StepError[];
    errorsLeftOut: number;
}

export interface StepError {
    code: string;
    message: string;
    /** How often it happened. */
    count: number;
    /** The first record it happened to. */
    record?: string;
}

export interface SkippedStep {
    name: string;
    /** Such as DISABLED, NOT_DUE or ACCOUNT_AGGREGATION_OFF. */
    reason: string;
    message: string;
}
