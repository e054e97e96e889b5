import { HOUR } from '../cycle-org.ts';
import { cyclesOf, lastCycle } from '../cycle-report.ts';
import { chainStateOf, isOn } from './chain-state.ts';
import type { Finding } from './explore.ts';
import type { FaultRun } from './fault-run.ts';

/** A Watcher comes every hour, and believes in a link for a quarter of one. */
export const LONGEST_HEALING = 2.5 * HOUR;
const CLOSING = new Set(['Finalizer', 'Enqueuer']);

/** While it is on: one chain, or what starts the next one. While it is off: nothing of ours. */
export function oneChainOrNone({ org, doubleLinks }: FaultRun): Finding {
    if (doubleLinks.length > 0) return `two links waited at once: ${doubleLinks[0]}`;
    const state = chainStateOf(org);
    const { links, watchers, runners, unfinished, lease } = state;
    const found = JSON.stringify({ lease, links, watchers, runners, unfinished });
    if (!isOn(state)) return links.length + watchers.length + runners.length + unfinished.length === 0 || found;
    if (links.length > 1 || runners.length > 1 || watchers.length > 1) return found;
    const isOwn = unfinished.every((cycle) => cycle['Cycle_Id__c'] === lease?.['Cycle_Id__c']);
    return (unfinished.length <= 1 && isOwn) || found;
}

/** No chunk is done twice: what is small enough for one link had one that ended well. */
export function everyStepRanOnce({ org }: FaultRun): Finding {
    for (const { name: cycle, steps } of cyclesOf(org)) {
        for (const { name, links, retries, crashes } of steps.values()) {
            const most = 1 + retries + crashes + (name === 'GetProspects' ? 1 : 0);
            if (links > most) return `${name} of ${cycle} has ${links} links, ${retries} retries, ${crashes} crashes`;
        }
    }
    return true;
}

/** What is not well is said, with its code; a cycle that failed says why. */
export function everyStopHasAReason(run: FaultRun): Finding {
    const { sync } = run.status();
    if (sync.health !== 'HEALTHY' && (sync.reason?.code ?? '') === '') return `no reason: ${JSON.stringify(sync)}`;
    for (const { name, status, stopReason, steps, endedAt } of cyclesOf(run.org)) {
        if (status !== 'Failed') continue;
        const errors = [...steps.values()].flatMap((step) => step.errors);
        if (endedAt === null || (stopReason === null && errors.length === 0)) return `${name} failed without a reason`;
    }
    return true;
}

/** Nothing is left over of what SalesWings has: neither rows nor values. */
export function recordsAreInSync({ org }: FaultRun): Finding {
    for (const object of ['Lead', 'Contact']) {
        for (const record of org.rows(`SELECT Email, SW_Prospect_Id__c, SW_Lead_Score__c FROM ${object}`)) {
            const prospect = org.backend.account.byEmail(record['Email'] as string)[0];
            if (record['SW_Prospect_Id__c'] !== prospect?.id || record['SW_Lead_Score__c'] !== prospect?.leadScore)
                return `${object} ${JSON.stringify(record)} beside ${JSON.stringify(prospect)}`;
        }
    }
    return true;
}

/** Once the cause is gone a cycle runs through without anybody's help, and it brings everything up to date. */
export function theNextCycleRunsByItself(run: FaultRun): Finding {
    run.endFaults();
    const before = cyclesOf(run.org).length;
    run.changeAllProspects();
    run.letPass(LONGEST_HEALING);
    if (cyclesOf(run.org).length <= before) return `no further cycle: ${JSON.stringify(run.status().sync)}`;
    const last = lastCycle(run.org);
    if (last.endedAt === null || last.status !== 'Completed') return `${last.name} is ${last.status}: ${reasons(last)}`;
    const { health } = run.status().sync;
    if (health !== 'HEALTHY') return `the sync is ${health}: ${JSON.stringify(run.status().sync.reason)}`;
    return recordsAreInSync(run);
}

/** Off, with nothing of ours left, and nothing begins again. */
export function staysOff(run: FaultRun): Finding {
    const before = cyclesOf(run.org).length;
    run.letPass(LONGEST_HEALING);
    const { health, reason } = run.status().sync;
    if (health !== 'OFF' || reason === undefined) return `the sync is ${health}`;
    if (cyclesOf(run.org).length > before) return 'a cycle began';
    return oneChainOrNone(run);
}

/** What holds after any fault whatsoever. */
export const ALWAYS = {
    'one chain, or none': oneChainOrNone,
    'every step ran once': everyStepRanOnce,
    'every stop has a reason': everyStopHasAReason,
} as const;

function reasons(cycle: ReturnType<typeof lastCycle>): string {
    const errors = [...cycle.steps.values()]
        .filter(({ name }) => !CLOSING.has(name))
        .flatMap(({ name, errors: list }) => list.map(({ message }) => `${name}: ${message}`));
    return [cycle.stopReason ?? '', ...errors].join('; ');
}
