import type { AutoNumbers } from '../../store/auto-numbers.ts';

/** What the platform tells tools about: a debug log that was written, a test run that has progressed. */
export type SystemTopic = '/systemTopic/Logging' | '/systemTopic/TestResult';

export interface Announcement {
    readonly replayId: number;
    readonly topic: SystemTopic;
    readonly type: 'created' | 'updated';
    /** Of the record that it is about. */
    readonly recordId: string;
    /** Epoch milliseconds. */
    readonly at: number;
}

/** How many are kept for replay: tools that listen want what happens now. */
const KEPT = 1000;

const TOPICS: ReadonlySet<string> = new Set<SystemTopic>(['/systemTopic/Logging', '/systemTopic/TestResult']);

export function isSystemTopic(channel: string): boolean {
    return TOPICS.has(channel);
}

/** Announcements to tools. They belong to no transaction and end with the process. */
export class SystemTopics {
    private readonly numbers: AutoNumbers;
    private readonly now: () => number;
    private readonly listeners = new Set<() => void>();
    private kept: Announcement[] = [];

    constructor(numbers: AutoNumbers, now: () => number) {
        this.numbers = numbers;
        this.now = now;
    }

    announce(topic: SystemTopic, type: Announcement['type'], recordId: string): void {
        const replayId = this.numbers.next('LocalAnnouncement.ReplayId', 1);
        this.kept = [...this.kept.slice(1 - KEPT), { replayId, topic, type, recordId, at: this.now() }];
        for (const listener of [...this.listeners]) listener();
    }

    /** Replay id of the last announcement. */
    get tip(): number {
        return this.kept.at(-1)?.replayId ?? 0;
    }

    after(channel: string, replayId: number, limit: number): Announcement[] {
        return this.kept.filter((each) => each.topic === channel && each.replayId > replayId).slice(0, limit);
    }

    /** @returns ends listening */
    onAnnounced(listener: () => void): () => void {
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
    }
}
