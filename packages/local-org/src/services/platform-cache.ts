import { type CacheService, type CacheStatistics, freeze, type FrozenState, thaw } from '@sw-studio/apex/runtime';

type Scope = 'org' | 'session';

interface Entry {
    readonly state: FrozenState;
    readonly bytes: number;
    /** Epoch milliseconds. */
    readonly expires: number;
}

/** Seconds for which a value is kept when the code names none (Apex Reference, "Cache Namespace"). */
const DEFAULT_LIFETIME: Readonly<Record<Scope, number>> = { org: 86_400, session: 28_800 };

/** Bytes of a partition: what a Developer Edition org may be given of each kind of cache. */
const PARTITION_CAPACITY = 10 * 1024 * 1024;

/**
 * The platform cache of an org, or of one test. Values are kept in serialized form: what code reads is a copy, as on the
 * platform, and a value that cannot be serialized is refused when it is put.
 */
export class PlatformCache implements CacheService {
    private readonly partitions = new Map<string, Partition>();
    private readonly now: () => number;

    /** @param now epoch milliseconds of the org's clock */
    constructor(now: () => number) {
        this.now = now;
    }

    get(scope: Scope, partition: string, key: string): unknown {
        const entry = this.partition(scope, partition).read(key, this.now());
        return entry === undefined ? undefined : thaw(entry.state);
    }

    /** @throws System.SerializationException for a value that cannot be serialized */
    put(scope: Scope, partition: string, key: string, value: unknown, seconds: number | null): void {
        const state = freeze(value);
        const expires = this.now() + (seconds ?? DEFAULT_LIFETIME[scope]) * 1000;
        this.partition(scope, partition).write(key, {
            state,
            bytes: Buffer.byteLength(JSON.stringify(state)),
            expires,
        });
    }

    remove(scope: Scope, partition: string, key: string): boolean {
        return this.partition(scope, partition).remove(key, this.now());
    }

    keys(scope: Scope, partition: string): readonly string[] {
        return this.partition(scope, partition).keys(this.now());
    }

    statistics(scope: Scope, partition: string): CacheStatistics {
        return this.partition(scope, partition).statistics(this.now());
    }

    private partition(scope: Scope, name: string): Partition {
        const key = `${scope} ${name.toLowerCase()}`;
        let partition = this.partitions.get(key);
        if (partition === undefined) this.partitions.set(key, (partition = new Partition()));
        return partition;
    }
}

/** Entries in the order of their last use: the first ones give way when the partition is full. */
class Partition {
    private readonly entries = new Map<string, Entry>();
    private bytes = 0;
    private gets = 0;
    private misses = 0;

    read(key: string, now: number): Entry | undefined {
        this.gets++;
        const entry = this.live(key, now);
        if (entry === undefined) {
            this.misses++;
            return undefined;
        }
        this.entries.delete(key);
        this.entries.set(key, entry);
        return entry;
    }

    write(key: string, entry: Entry): void {
        this.drop(key);
        this.entries.set(key, entry);
        this.bytes += entry.bytes;
        for (const oldest of this.entries.keys()) {
            if (this.bytes <= PARTITION_CAPACITY) break;
            this.drop(oldest);
        }
    }

    remove(key: string, now: number): boolean {
        const known = this.live(key, now) !== undefined;
        this.drop(key);
        return known;
    }

    keys(now: number): string[] {
        return [...this.entries.keys()].filter((key) => this.live(key, now) !== undefined);
    }

    /** Reading takes no time of the org's clock, so that times are zero. */
    statistics(now: number): CacheStatistics {
        const sizes = this.keys(now).map((key) => this.entries.get(key)?.bytes ?? 0);
        const total = sizes.reduce((sum, size) => sum + size, 0);
        return {
            capacityUsed: total / PARTITION_CAPACITY,
            missRate: this.gets === 0 ? 0 : this.misses / this.gets,
            averageGetTime: 0n,
            maximumGetTime: 0n,
            averageValueSize: BigInt(sizes.length === 0 ? 0 : Math.round(total / sizes.length)),
            maximumValueSize: BigInt(Math.max(0, ...sizes)),
        };
    }

    private live(key: string, now: number): Entry | undefined {
        const entry = this.entries.get(key);
        if (entry === undefined || now < entry.expires) return entry;
        this.drop(key);
        return undefined;
    }

    private drop(key: string): void {
        this.bytes -= this.entries.get(key)?.bytes ?? 0;
        this.entries.delete(key);
    }
}
