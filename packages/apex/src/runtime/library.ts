import type { Waiting } from './ports.ts';

/**
 * How the standard library is registered: one `TypeLibrary` per platform type, in `library/<namespace>/<type>.ts`.
 *
 * Keys are signatures as the platform tables print them, `System.` dropped and without blanks: `substring(Integer,Integer)`,
 * `valueOf(Object)`, constructors `new(String)`. They are compared without case. A method that the tables know and no
 * library implements is a compile-time diagnostic, so the set of keys IS the ledger of what is supported.
 */
export interface TypeLibrary {
    /** `System.String`, `Database.SaveResult`, `QueueableDuplicateSignature.Builder` under `System.` */
    readonly type: string;
    readonly constructors?: Readonly<Record<string, LibraryFunction>>;
    readonly statics?: Readonly<Record<string, LibraryFunction>>;
    /** The receiver is the first argument; a null receiver reaches the function and must fail as null does. */
    readonly methods?: Readonly<Record<string, LibraryFunction>>;
    /** Static fields and properties, read through a function. */
    readonly staticFields?: Readonly<Record<string, StaticField>>;
    readonly fields?: Readonly<Record<string, { get(self: never): unknown; set?(self: never, value: never): void }>>;
    /** Keys that work with a stated restriction: the sentence goes into the ledger. */
    readonly partly?: Readonly<Record<string, string>>;
}

/** Reads the variable; `set` where code may assign it (`RestContext.request`). */
export type StaticField = (() => unknown) & { set?(value: unknown): void };

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- signatures are checked by the Apex compiler, not by TypeScript
export type LibraryFunction = (...values: any[]) => unknown;

const BLOCKING = Symbol('blocking');

/**
 * Marks a library function that may wait (database, locks, clock, callouts) or that calls back into Apex which may.
 * It is written once, as a generator; the plain code shape drives it to its end, the generator shape delegates to it.
 */
export function blocking<A extends unknown[], R>(
    body: (...values: A) => Generator<Waiting, R, void>,
): (...values: A) => Generator<Waiting, R, void> {
    return Object.assign(body, { [BLOCKING]: true });
}

export function isBlocking(candidate: LibraryFunction): boolean {
    return BLOCKING in candidate;
}

/** Runs a waiting computation to its end without giving way: what the plain code shape does at each waiting point. */
export function drive<R>(computation: Generator<Waiting, R, void>): R {
    for (;;) {
        const step = computation.next();
        if (step.done) return step.value;
        step.value.block?.();
    }
}
