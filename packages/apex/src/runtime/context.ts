import type { DatabasePort, SchemaPort } from './ports.ts';

/** Who runs the code. */
export interface RunningUser {
    readonly id: string;
    readonly username: string;
    readonly firstName: string | null;
    readonly lastName: string;
    readonly email: string;
    readonly profileId: string;
    readonly roleId: string | null;
    readonly userType: string;
    /** IANA name, such as `Europe/Berlin`. */
    readonly timeZone: string;
    /** Such as `en_US`. */
    readonly locale: string;
    readonly language: string;
    readonly currency: string;
}

/**
 * What belongs to one transaction. Exactly one is current at a time; the scheduler replaces `current.transaction`
 * before it resumes another transaction's code, so nothing here may be cached across a waiting point.
 */
export interface Transaction {
    /** Static fields, by class index: a fresh transaction starts with an empty array, classes initialise on first use. */
    readonly statics: unknown[];
    /** Counted at loop back-edges and method entries; deterministic stand-in for CPU time. */
    cpuUnits: number;
    cpuLimit: number;
    readonly user: RunningUser;
    /** Of the package whose code runs; '' for none. Where several run together, methods set it as they set `sharing`. */
    namespace: string;
    /** Whether the running code respects sharing: set by the methods of classes that say so, restored when they end. */
    sharing: boolean;
    readonly database: DatabasePort;
    readonly schema: SchemaPort;
    /** Epoch milliseconds. */
    now(): number;
    /** 0 <= x < 1, from the run's seed. */
    random(): number;
    /** `System.debug`. */
    debug(level: string, message: string): void;
    /** Services that the library reaches by name: `test`, `limits`, `jobs`, `events`, `request`, ... see their own files. */
    readonly services: ReadonlyMap<string, unknown>;
}

export const current: { transaction: Transaction } = { transaction: undefined as unknown as Transaction };
