import type { ProspectChange } from '../data/vendor-account.ts';
import type { ProspectActivities } from '../data/wire.ts';
import type { FaultRule } from '../faults/fault.ts';
import type { OperationHandler } from '../http/operation-table.ts';
import type { VendorBackend } from '../vendor-backend.ts';

/** What answers each operation of control.yaml. */
export function controlOperations(backend: VendorBackend): Readonly<Record<string, OperationHandler>> {
    const { account, inbox, faults } = backend;
    const plan = () => ({ status: 200, body: { rules: faults.pending } });
    return {
        readFaults: plan,
        setFaults: ({ body }) => {
            const { rules, seed } = body as { rules: readonly FaultRule[]; seed?: number };
            faults.set(rules, seed);
            return plan();
        },
        clearFaults: () => {
            faults.clear();
            return plan();
        },
        readReceived: () => ({
            status: 200,
            body: {
                events: [...inbox.events.values()],
                metrics: [...inbox.metrics.values()],
                logLines: inbox.logLines,
                calls: Object.fromEntries(inbox.calls),
            },
        }),
        clearReceived: () => {
            inbox.clear();
            return { status: 200, body: {} };
        },
        changeProspects: ({ body }) => {
            const { changes } = body as { changes: readonly ProspectChange[] };
            return { status: 200, body: { items: changes.map((change) => account.change(change)) } };
        },
        forgetProspects: ({ body }) => {
            const { ids } = body as { ids: readonly string[] };
            return { status: 200, body: { forgotten: ids.filter((id) => account.forget(id)).length } };
        },
        changeActivities: ({ body }) => {
            const { activities } = body as { activities: readonly ProspectActivities[] };
            for (const activity of activities) account.visit(activity);
            return { status: 200, body: { changed: activities.length } };
        },
        setToken: ({ body }) => {
            backend.token = (body as { token: string }).token;
            return { status: 200, body: {} };
        },
    };
}
