import type {
    EnqueueBody,
    EnqueueReply,
    EventErrorKind,
    EventsReply,
    EventStatus,
    HealthFix,
    HealthReply,
    JobReply,
    JobsReply,
    JobStatus,
    QueueStatsReply,
    SyncStatus,
    UpkeepBody,
    UpkeepReply,
} from '@sw-studio/contract';
import { type ConnectionOptions, OrgConnection } from '../org-connection.ts';
import { ApexRest, type ApexRestCall } from './apex-rest.ts';
import { problemOf, type ReplyName } from './reply-shape.ts';

export interface StudioOptions extends ConnectionOptions {
    /** Of the package; absent: found by itself; `''`: none. */
    namespace?: string;
}

export interface JobsFilter {
    /** 1 to 200. */
    limit?: number;
    status?: JobStatus;
    /** `next` of the page before. */
    before?: string;
}

export interface EventsFilter {
    status?: EventStatus;
    handler?: string;
    /** API name. */
    object?: string;
    recordId?: string;
    errorCode?: string;
    errorKind?: EventErrorKind;
    /** 1 to 200. */
    limit?: number;
    /** `next` of the page before. */
    before?: string;
}

/** The package's API in one org, typed as the contract has it. Every method throws OrgError. */
export class StudioApi {
    readonly rest: ApexRest;

    static async open(options: StudioOptions = {}): Promise<StudioApi> {
        return new StudioApi(new ApexRest(await OrgConnection.open(options), options.namespace));
    }

    constructor(rest: ApexRest) {
        this.rest = rest;
    }

    get connection(): OrgConnection {
        return this.rest.connection;
    }

    status(): Promise<SyncStatus> {
        return this.read('GET', '/Sync/v1/GetSyncStatus', 'sync-status.json');
    }

    /** @throws OrgError SYNC_ALREADY_RUNNING, SYNC_BUSY, SYNC_USER_NOT_ELIGIBLE, SCHEDULE_REFUSED */
    start(): Promise<SyncStatus> {
        return this.read('POST', '/Sync/v1/StartSync', 'sync-status.json');
    }

    stop(): Promise<SyncStatus> {
        return this.read('POST', '/Sync/v1/StopSync', 'sync-status.json');
    }

    /** @throws OrgError SYNC_ALREADY_RUNNING where the sync is alive and force is not given */
    restart({ force = false }: { force?: boolean } = {}): Promise<SyncStatus> {
        const parameters = force ? { force: 'true' } : {};
        return this.read('POST', '/Sync/v1/RestartSync', 'sync-status.json', parameters);
    }

    /** @throws OrgError SYNC_OFF, SYNC_ALREADY_RUNNING */
    runNow(): Promise<SyncStatus> {
        return this.read('POST', '/Sync/v1/RunNow', 'sync-status.json');
    }

    /** Makes the next cycle a full one. */
    fullSync(): Promise<SyncStatus> {
        return this.read('POST', '/Sync/v1/FullSync', 'sync-status.json');
    }

    jobs({ limit, status, before }: JobsFilter = {}): Promise<JobsReply> {
        const parameters = { limit: limit?.toString(), status, before };
        return this.read('GET', '/Sync/v1/Jobs', 'jobs.json', parameters);
    }

    /**
     * @param id record id, name or cycle id
     * @throws OrgError JOB_NOT_FOUND
     */
    job(id: string): Promise<JobReply> {
        return this.read('GET', '/Sync/v1/Job', 'job.json', { id });
    }

    health(): Promise<HealthReply> {
        return this.read('GET', '/Sync/v1/Health', 'health.json');
    }

    applyFix(fix: HealthFix): Promise<SyncStatus> {
        return this.read('POST', '/Sync/v1/HealthFix', 'sync-status.json', { fix });
    }

    events({ limit, ...filter }: EventsFilter = {}): Promise<EventsReply> {
        return this.read('GET', '/EventQueue/v1/Events', 'events.json', { ...filter, limit: limit?.toString() });
    }

    queueStats(): Promise<QueueStatsReply> {
        return this.read('GET', '/EventQueue/v1/Stats', 'queue-stats.json');
    }

    enqueue(body: EnqueueBody): Promise<EnqueueReply> {
        return this.read('POST', '/EventQueue/v1/Enqueue', 'enqueue.json', {}, body);
    }

    /** Sends dead events back to the queue. */
    retry(body: UpkeepBody): Promise<UpkeepReply> {
        return this.read('POST', '/EventQueue/v1/Retry', 'upkeep.json', {}, body);
    }

    purge(body: UpkeepBody): Promise<UpkeepReply> {
        return this.read('POST', '/EventQueue/v1/Purge', 'upkeep.json', {}, body);
    }

    private async read<Reply>(
        method: ApexRestCall['method'],
        path: string,
        shape: ReplyName,
        parameters: Readonly<Record<string, string | undefined>> = {},
        body?: unknown,
    ): Promise<Reply> {
        const reply = await this.rest.call({ method, path, parameters, body });
        const problem = problemOf(reply, shape);
        if (problem !== undefined)
            throw this.connection.malformed({ method, path, call: `${method} ${path}` }, problem);
        return reply as Reply;
    }
}
