import type { CycleOrg } from '../cycle-org.ts';
import type { PlainRow } from '../plain-rows.ts';

/** What stands in the org of our asynchronous work. */
export interface ChainState {
    readonly lease: PlainRow | null;
    /** Links that wait or run. */
    readonly links: readonly PlainRow[];
    /** Scheduled jobs that will still fire. */
    readonly watchers: readonly PlainRow[];
    readonly runners: readonly PlainRow[];
    /** Records of cycles without an end. */
    readonly unfinished: readonly PlainRow[];
}

const GONE = new Set(['COMPLETE', 'DELETED', 'ERROR']);

export function chainStateOf(org: CycleOrg): ChainState {
    const schedules = org
        .rows("SELECT State, CronJobDetail.Name FROM CronTrigger WHERE CronJobDetail.Name LIKE 'SalesWings Studio%'")
        .filter((row) => !GONE.has(row['State'] as string));
    const named = (role: string) =>
        schedules.filter((row) => (row['CronJobDetail.Name'] as string).startsWith(`SalesWings Studio : ${role}`));
    return {
        lease:
            org.rows(
                'SELECT Desired_State__c, Running_State__c, Cycle_Id__c, Generation__c, Sync_User__c, ' +
                    "Last_Stop_Reason__c FROM SW_Sync_State__c WHERE Key__c = 'SYNC'",
            )[0] ?? null,
        links: org.rows(
            'SELECT Status, ApexClass.Name FROM AsyncApexJob ' +
                "WHERE JobType = 'Queueable' AND ApexClass.Name LIKE 'SW%' " +
                "AND Status IN ('Holding', 'Queued', 'Preparing', 'Processing')",
        ),
        watchers: named('Watcher'),
        runners: named('Runner'),
        unfinished: org.rows('SELECT Cycle_Id__c, Status__c FROM SW_Apex_Job__c WHERE Ended_At__c = NULL'),
    };
}

export function isOn({ lease }: ChainState): boolean {
    return lease?.['Desired_State__c'] === 'ON';
}
