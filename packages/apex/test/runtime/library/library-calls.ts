import { current, type Transaction } from '../../../src/runtime/context.ts';
import type { LibraryFunction, TypeLibrary } from '../../../src/runtime/library.ts';
import { primitiveLibraries } from '../../../src/runtime/library/primitive-libraries.ts';

/** Calls library functions by type and signature, as emitted code does. */
function find(type: string, kind: 'statics' | 'methods' | 'constructors', signature: string): LibraryFunction {
    const library: TypeLibrary | undefined = primitiveLibraries.find((each) => each.type === `System.${type}`);
    const found = library?.[kind]?.[signature];
    if (found === undefined) throw new Error(`No ${kind} ${signature} of ${type}`);
    return found;
}

export function callStatic(type: string, signature: string, ...values: unknown[]): unknown {
    return find(type, 'statics', signature)(...values);
}

/** The first of `values` is the receiver. */
export function callMethod(type: string, signature: string, ...values: unknown[]): unknown {
    return find(type, 'methods', signature)(...values);
}

export function construct(type: string, signature: string, ...values: unknown[]): unknown {
    return find(type, 'constructors', signature)(...values);
}

export interface Surroundings {
    readonly timeZone?: string;
    readonly locale?: string;
    /** Epoch milliseconds. */
    readonly now?: number;
    readonly random?: () => number;
    readonly schema?: Partial<Transaction['schema']>;
}

/** Makes a transaction current that has what primitive values ask for, and nothing else. */
export function runAs(surroundings: Surroundings): void {
    const {
        timeZone = 'America/Los_Angeles',
        locale = 'en_US',
        now = 0,
        random = () => 0.5,
        schema = {},
    } = surroundings;
    current.transaction = {
        user: { timeZone, locale },
        now: () => now,
        random,
        schema,
    } as unknown as Transaction;
}
