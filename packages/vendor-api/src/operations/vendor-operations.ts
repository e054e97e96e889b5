import type { VendorAccount } from '../data/vendor-account.ts';
import type { CycleMetrics, LogLine, Prospect } from '../data/wire.ts';
import type { OperationHandler } from '../http/operation-table.ts';
import { Refusal } from '../http/refusal.ts';
import { sendEvents } from './events.ts';
import type { Inbox } from './inbox.ts';
import { changeList, definitionList, type CursorContext } from './lists.ts';

/** As the contract says: ids and addresses together. */
const MOST_LOOKED_UP = 200;

/** What answers each operation of openapi.yaml. */
export function vendorOperations(
    account: VendorAccount,
    inbox: Inbox,
    context: CursorContext,
): Readonly<Record<string, OperationHandler>> {
    return {
        checkToken: () => ({ status: 200, body: { account: account.name, apiAccess: true } }),
        listTags: definitionList('tags', account.tags, context),
        listScores: definitionList('scores', account.scores, context),
        listChangedProspects: changeList('prospects', account.prospects, isActive, context),
        lookUpProspects: lookUp(account),
        listChangedActivities: changeList('activities', account.activities, () => true, context),
        sendEvents: sendEvents(account, inbox),
        sendMetrics: ({ body }) => {
            const metrics = body as CycleMetrics;
            inbox.metrics.set(metrics.cycleId, metrics);
            return { status: 200, body: { accepted: 1 } };
        },
        sendLogLines: ({ body }) => {
            const { lines } = body as { lines: readonly LogLine[] };
            inbox.logLines.push(...lines);
            return { status: 200, body: { accepted: lines.length } };
        },
    };
}

function isActive({ lifeCycle }: Prospect): boolean {
    return lifeCycle === 'Active';
}

function lookUp(account: VendorAccount): OperationHandler {
    return ({ body }) => {
        const { ids = [], emails = [] } = body as { ids?: readonly string[]; emails?: readonly string[] };
        if (ids.length + emails.length > MOST_LOOKED_UP)
            throw new Refusal(400, 'TOO_MANY', `At most ${MOST_LOOKED_UP} ids and addresses at a time.`);
        const found = new Map<string, Prospect>();
        for (const id of ids) {
            const prospect = account.prospects.get(id);
            if (prospect !== undefined) found.set(prospect.id, prospect);
        }
        for (const email of emails) for (const prospect of account.byEmail(email)) found.set(prospect.id, prospect);
        return { status: 200, body: { items: [...found.values()] } };
    };
}
