import { performance } from 'node:perf_hooks';
import { callPlainOrWaiting, LimitError, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexSession } from '../../apex/apex-session.ts';
import { entrySharing, namespaceOf } from '../../apex/entry-sharing.ts';

/** The platform does not publish how it words this; what it measures is the time that went by, not that of the org. */
const TOO_LONG = 'Maximum execution time of a transaction exceeded';

type Methods = Readonly<Record<string, ((...values: unknown[]) => unknown) | undefined>>;

/**
 * Enters Apex by a method of an object, in the shape of the session, with the sharing and the namespace of its class. A class may
 * answer an interface with a static method.
 */
export function* callApex(
    session: ApexSession,
    object: object,
    key: string,
    ...values: unknown[]
): Generator<Waiting, unknown, void> {
    const target = key in object ? object : object.constructor;
    const { transaction, options } = session;
    const { sharing, namespace } = transaction;
    transaction.sharing = entrySharing(target, options.sharingByDefault ?? false);
    transaction.namespace = namespaceOf(target) ?? namespace;
    try {
        if (options.interleaved === true) return yield* callPlainOrWaiting(target, key, ...values);
        return (target as unknown as Methods)[key]?.call(target, ...values);
    } finally {
        transaction.sharing = sharing;
        transaction.namespace = namespace;
    }
}

/**
 * Runs a computation in a session: the session is the running one at each step and set aside between them.
 *
 * @throws LimitError, which no Apex code can catch, for a transaction that has gone on for too long
 */
export function* inSession<T>(
    session: ApexSession,
    computation: Generator<Waiting, T, void>,
): Generator<Waiting, T, void> {
    const { longestTransaction } = session.options.org.options;
    const began = performance.now();
    for (;;) {
        if (performance.now() - began > longestTransaction) throw new LimitError(TOO_LONG);
        const step = session.run(() => computation.next());
        if (step.done) return step.value;
        yield step.value;
    }
}
