import type { JobSummary } from './jobs.ts';

/**
 * What `GetSyncStatus` answers, and every verb that changes the sync. The first four are documented by the vendor; each
 * is `{}` when there is none.
 */
export interface SyncStatus {
    /** The job of ours that waits or runs. */
    asyncQueued: AsyncJob | Record<string, never>;
    scheduledRunner: ScheduledJob | Record<string, never>;
    scheduledWatcher: ScheduledJob | Record<string, never>;
    /** The newest SW Apex Job. */
    lastExecution: JobSummary | Record<string, never>;
    sync: SyncState;
    queue: QueueState;
}

export interface AsyncJob {
    /** 18 characters. */
    id: string;
    className: string;
    status: 'Holding' | 'Queued' | 'Preparing' | 'Processing';
    createdAt: string;
}

export interface ScheduledJob {
    id: string;
    name: string;
    /** State of the timer, such as WAITING or PAUSED. */
    state: string;
    nextFireTime: string;
    previousFireTime?: string;
    /** Username of whom the job runs as. */
    owner?: string;
}

/**
 * `AT_RISK`: it runs, and would not be healed if it stopped. `PAUSED`: held back by a guard, goes on by itself when the
 * cause is gone. `DEAD`: it should run and does not.
 */
export type SyncHealth = 'OFF' | 'HEALTHY' | 'AT_RISK' | 'PAUSED' | 'DEAD';

export interface SyncState {
    /** What the administrator asked for. */
    desired: 'ON' | 'OFF';
    running: 'Idle' | 'Waiting' | 'Running' | 'Paused';
    health: SyncHealth;
    /** Absent where the health is HEALTHY. */
    reason?: SyncReason;
    /** The fencing number: raised by every start, stop and restart. */
    generation: number;
    /** Absent between two cycles. */
    cycleId?: string;
    currentStep?: string;
    /** When a link of the chain last committed. */
    heartbeat?: string;
    nextDue?: string;
    lastCycleEndedAt?: string;
    /** Absent where the sync was never turned on. */
    syncUser?: SyncUser;
}

export interface SyncReason {
    code: string;
    message: string;
    remedy?: string;
}

export interface SyncUser {
    id: string;
    username: string;
    active: boolean;
}

export interface QueueState {
    /** Rows that wait or are being delivered. */
    pending: number;
    retrying: number;
    dead: number;
    /** Age of the oldest row that is not dead; 0 where there is none. */
    oldestAgeSeconds: number;
    /** Waiting: a job is queued for rows that are due later. Absent before version 1 of the queue API. */
    worker?: 'Idle' | 'Waiting' | 'Running';
    breaker?: QueueBreaker;
}

/** The circuit breaker of the endpoint that takes the events. */
export interface QueueBreaker {
    state: 'Closed' | 'Open' | 'Half_Open';
    /** Where it is open: when the next call decides. */
    retryAt?: string;
    /** Failed calls in a row. */
    failures: number;
}
