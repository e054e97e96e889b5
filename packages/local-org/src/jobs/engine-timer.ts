import type { JobEngine } from './job-engine.ts';

/** Longest sleep, in milliseconds: timers of the platform overflow beyond 24 days. */
const LONGEST_SLEEP = 3_600_000;

/** Runs an engine whose clock runs by itself: wakes when the next job is due. */
export class EngineTimer {
    private readonly engine: JobEngine;
    private readonly onError: (error: unknown) => void;
    private timer: NodeJS.Timeout | null = null;

    /** @param onError what runs into a defect of the local org; the engine goes on */
    constructor(engine: JobEngine, onError: (error: unknown) => void) {
        this.engine = engine;
        this.onError = onError;
    }

    /** The timer alone keeps no process alive. */
    start(): void {
        this.engine.onAdded = () => this.schedule();
        this.schedule();
    }

    stop(): void {
        this.engine.onAdded = null;
        if (this.timer !== null) clearTimeout(this.timer);
        this.timer = null;
    }

    private schedule(): void {
        if (this.timer !== null) clearTimeout(this.timer);
        const due = this.engine.nextDue;
        const sleep = due === null ? LONGEST_SLEEP : Math.max(0, due - this.engine.clock.now());
        this.timer = setTimeout(() => this.wake(), Math.min(sleep, LONGEST_SLEEP)).unref();
    }

    private wake(): void {
        this.timer = null;
        try {
            this.engine.runDue();
        } catch (error) {
            this.onError(error);
        }
        this.schedule();
    }
}
