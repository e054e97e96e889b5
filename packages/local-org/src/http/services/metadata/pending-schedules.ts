import type { LocalOrg } from '../../../org.ts';

const WAITING: ReadonlySet<unknown> = new Set(['Holding', 'Queued', 'Preparing', 'Processing']);

/** Names, in lower case, of classes with a schedule that has not ended: they cannot be replaced meanwhile. */
export function pendingScheduleClasses({ schema, store }: LocalOrg): ReadonlySet<string> {
    const jobs = schema.require('AsyncApexJob');
    const classes = schema.require('ApexClass');
    const slot = (name: string): number => jobs.field(name)?.slot ?? -1;
    const nameSlot = classes.field('Name')?.slot ?? -1;
    const names = new Set<string>();
    for (const row of store.table(jobs).scan(null)) {
        if (row[slot('JobType')] !== 'ScheduledApex' || !WAITING.has(row[slot('Status')])) continue;
        const name = store.table(classes).committed(String(row[slot('ApexClassId')]))?.[nameSlot];
        if (typeof name === 'string') names.add(name.toLowerCase());
    }
    return names;
}
