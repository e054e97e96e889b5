import type { EventWork } from '../events/delivery/event-engine.ts';
import type { JobOptions } from './job-options.ts';
import type { JobKind, JobPhase, JobRecord } from './records/job-record.ts';

/** Kinds of asynchronous work: `event` is the delivery of events to a trigger. */
export type WorkKind = JobKind | 'event';

/** A record that is to be run, as the engine keeps it in memory: the row says whether it still is. */
export interface QueuedJob {
    readonly recordId: string;
    /** Of events: the name of the trigger. */
    readonly jobId: string;
    readonly kind: WorkKind;
    readonly phase: JobPhase | EventWork['phase'];
    readonly dueAt: number;
    readonly sequence: number;
    /** Of the schedule that fires; null for other kinds. */
    readonly cronTriggerId: string | null;
}

export function queued({ id, jobId, details, phase, dueAt, sequence }: JobRecord): QueuedJob {
    const cronTriggerId = details.kind === 'scheduled' ? details.cronTriggerId : null;
    return { recordId: id, jobId, kind: details.kind, phase, dueAt, sequence, cronTriggerId };
}

export function queuedEvent({ recordId, name, phase, dueAt }: EventWork, sequence: number): QueuedJob {
    return { recordId, jobId: name, kind: 'event', phase, dueAt, sequence, cronTriggerId: null };
}

/**
 * The order in which jobs run: by priority of their kind, then by the time they were due, then as they arrived. With more
 * workers than one, each pick is a seeded choice among the first so many, as when several processes take from one queue.
 */
export class JobQueue {
    private readonly options: Pick<JobOptions, 'priorities' | 'workers'>;
    private readonly random: () => number;
    private readonly future = new Heap();
    private readonly ready: Line[];

    constructor(options: Pick<JobOptions, 'priorities' | 'workers'>, random: () => number) {
        this.options = options;
        this.random = random;
        this.ready = [...options.priorities, null].map(() => new Line());
    }

    get size(): number {
        return this.future.size + this.readyCount();
    }

    /** When the next job that is not ready yet is due; null: there is none. */
    get nextDue(): number | null {
        return this.future.first?.dueAt ?? null;
    }

    add(job: QueuedJob): void {
        this.future.push(job);
    }

    /** Takes a job that is due at `now`. */
    take(now: number): QueuedJob | undefined {
        for (let first = this.future.first; first !== undefined && first.dueAt <= now; first = this.future.first) {
            this.lineOf(first.kind).push(this.future.pop() as QueuedJob);
        }
        const choices = Math.min(this.options.workers, this.readyCount());
        if (choices === 0) return undefined;
        let index = choices === 1 ? 0 : Math.floor(this.random() * choices);
        for (const line of this.ready) {
            if (index < line.length) return line.removeAt(index);
            index -= line.length;
        }
        return undefined;
    }

    private readyCount(): number {
        return this.ready.reduce((sum, line) => sum + line.length, 0);
    }

    private lineOf(kind: WorkKind): Line {
        const priority = this.options.priorities.indexOf(kind);
        return this.ready[priority < 0 ? this.ready.length - 1 : priority] as Line;
    }
}

/** First in, first out, but for a few places near the front. */
class Line {
    private items: (QueuedJob | undefined)[] = [];
    private head = 0;

    get length(): number {
        return this.items.length - this.head;
    }

    push(job: QueuedJob): void {
        this.items.push(job);
    }

    removeAt(index: number): QueuedJob {
        const job = this.items[this.head + index] as QueuedJob;
        for (let at = this.head + index; at > this.head; at--) this.items[at] = this.items[at - 1];
        this.items[this.head++] = undefined;
        if (this.head > 1024 && this.head * 2 > this.items.length) {
            this.items = this.items.slice(this.head);
            this.head = 0;
        }
        return job;
    }
}

/** A binary heap, the earliest first. */
class Heap {
    private readonly items: QueuedJob[] = [];

    get size(): number {
        return this.items.length;
    }

    get first(): QueuedJob | undefined {
        return this.items[0];
    }

    push(job: QueuedJob): void {
        const { items } = this;
        let at = items.push(job) - 1;
        while (at > 0) {
            const above = (at - 1) >> 1;
            if (!isBefore(job, items[above] as QueuedJob)) break;
            items[at] = items[above] as QueuedJob;
            at = above;
        }
        items[at] = job;
    }

    pop(): QueuedJob | undefined {
        const { items } = this;
        const top = items[0];
        const last = items.pop();
        if (last === undefined || items.length === 0) return top;
        let at = 0;
        for (;;) {
            let below = 2 * at + 1;
            if (below >= items.length) break;
            const right = items[below + 1];
            if (right !== undefined && isBefore(right, items[below] as QueuedJob)) below++;
            if (!isBefore(items[below] as QueuedJob, last)) break;
            items[at] = items[below] as QueuedJob;
            at = below;
        }
        items[at] = last;
        return top;
    }
}

function isBefore(left: QueuedJob, right: QueuedJob): boolean {
    return left.dueAt < right.dueAt || (left.dueAt === right.dueAt && left.sequence < right.sequence);
}
