import { PublishFailure, PublishSuccess, thaw, translateUncaught, type Waiting } from '@sw-studio/apex/runtime';
import { callApex, inSession } from '../../jobs/run/call-apex.ts';
import { exceptionOf, messageOf } from '../../jobs/run/failure.ts';
import type { OrgTransaction } from '../../transaction/org-transaction.ts';
import { type PendingCallback, removeCallback } from '../publish/publish-callbacks.ts';
import type { DeliveryHost } from './delivery-host.ts';

export type PublishOutcome = 'success' | 'failure';

const METHODS: Readonly<Record<PublishOutcome, string>> = {
    success: 'onsuccess$eventbus_successresult',
    failure: 'onfailure$eventbus_failureresult',
};

/**
 * Tells a publish callback what became of its events, as Automated Process in a transaction of its own. A callback that
 * fails is only logged: it is not told again. @returns what ended it; null: it succeeded
 */
export function* deliverCallback(
    host: DeliveryHost,
    callback: PendingCallback,
    outcome: PublishOutcome,
): Generator<Waiting, unknown, void> {
    const unit = host.open(host.automatedProcessId);
    const session = host.session(unit.open, null);
    const drop = (transaction: OrgTransaction): void => removeCallback(transaction, callback.id);
    try {
        const object = session.run(() => thaw(callback.state)) as object;
        const method = METHODS[outcome];
        if (method in object) {
            const result =
                outcome === 'success' ? new PublishSuccess(callback.uuids) : new PublishFailure(callback.uuids);
            yield* inSession(session, callApex(session, object, method, result));
        }
        yield { kind: 'database', detail: 'COMMIT' };
        drop(unit.open.transaction);
    } catch (thrown) {
        unit.rollback();
        const error = session.run(() => translateUncaught(thrown));
        if (exceptionOf(error) === null) host.defect(error);
        else host.log(`Publish callback: ${messageOf(error)}`);
        host.bookkeep(drop);
        return error;
    }
    unit.commit();
    return null;
}
