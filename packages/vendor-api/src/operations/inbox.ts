import type { CycleMetrics, InboundEvent, LogLine } from '../data/wire.ts';

/** What clients have sent. */
export class Inbox {
    /** Accepted events by their idempotency keys, in order of arrival. */
    readonly events = new Map<string, InboundEvent>();
    /** By cycle: one that is sent twice counts once. */
    readonly metrics = new Map<string, CycleMetrics>();
    readonly logLines: LogLine[] = [];
    /** Calls by operation, refused ones and such that met a fault included. */
    readonly calls = new Map<string, number>();

    countCall(operation: string): void {
        this.calls.set(operation, (this.calls.get(operation) ?? 0) + 1);
    }

    clear(): void {
        this.events.clear();
        this.metrics.clear();
        this.logLines.length = 0;
        this.calls.clear();
    }
}
