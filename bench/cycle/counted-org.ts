import type { ApexSession } from '@sw-studio/local-org';
import { CycleOrg, HOUR, lastCycle, MINUTE, type ReportedCycle } from '@sw-studio/cycle-tests';
import { generateData } from '@sw-studio/vendor-api';

export interface Customer {
    readonly prospects: number;
    /** Apex triggers of the customer. */
    readonly triggers?: readonly string[];
    /** Aggregation to accounts and opportunities, and activities. */
    readonly everything?: boolean;
}

/** What the transactions of one cycle used together. */
export interface Usage {
    /** What the platform counts against the daily allocation: links, Watcher and Runner; finalizers are free. */
    readonly executions: number;
    readonly queries: number;
    readonly statements: number;
    readonly callouts: number;
    /** Of this machine. */
    readonly milliseconds: number;
    readonly cycle: ReportedCycle;
}

const BATCH = 10_000;
const LEADS_SHARE = 0.7;
const CONTACTS_SHARE = 0.2;
const CONTACTS_OF_AN_ACCOUNT = 5;
const EXECUTIONS = new Set(['QUEUEABLE', 'SCHEDULED']);

/** An org of a customer whose cycles are counted. */
export class CountedOrg {
    private readonly org: CycleOrg;
    private sessions: ApexSession[] = [];

    constructor({ prospects, triggers = [], everything = false }: Customer) {
        this.org = new CycleOrg({
            data: generateData({ prospects, seed: 1, pagesEach: everything ? 2 : 0 }),
            triggers,
            onSession: (session) => void this.sessions.push(session),
        });
        this.org.setOptions({
            Sync_Gap_mins__c: 15,
            Disable_Page_Visit_Sync__c: !everything,
            Account_Aggregation__c: everything,
            Opportunity_Tags__c: everything,
            Opportunity_Scores__c: everything,
        });
        this.fill(prospects);
    }

    /** The first cycle, which reads everything. */
    fullSync(): Usage {
        this.org.post('/Sync/v1/StartSync');
        return this.counted(MINUTE);
    }

    /** A cycle for which nothing has changed. */
    idleCycle(): Usage {
        return this.counted(15 * MINUTE);
    }

    private counted(milliseconds: number): Usage {
        this.sessions = [];
        const start = performance.now();
        this.org.advance(milliseconds);
        const time = performance.now() - start;
        const cycle = lastCycle(this.org);
        if (cycle.status !== 'Completed')
            throw new Error(`The cycle is ${cycle.status} after ${milliseconds / HOUR} h.`);
        const sum = (name: string) => this.sessions.reduce((total, { limits }) => total + limits.used(name), 0);
        return {
            executions: this.sessions.filter(({ options }) => EXECUTIONS.has(options.request.quiddity)).length,
            queries: sum('Queries'),
            statements: sum('DmlStatements'),
            callouts: sum('Callouts'),
            milliseconds: time,
            cycle,
        };
    }

    /** Leads and contacts that are there before the first cycle, in transactions of a size that memory can take. */
    private fill(prospects: number): void {
        const leads = Math.round(prospects * LEADS_SHARE);
        const contacts = Math.round(prospects * CONTACTS_SHARE);
        this.inBatches(leads, (index) => [
            'Lead',
            { LastName: `Lead ${index}`, Company: 'Company', Email: emailOf(index) },
        ]);
        const accounts: string[] = [];
        for (let first = 0; first < Math.ceil(contacts / CONTACTS_OF_AN_ACCOUNT); first += BATCH) {
            const count = Math.min(BATCH, Math.ceil(contacts / CONTACTS_OF_AN_ACCOUNT) - first);
            const rows = Array.from({ length: count }, (_, index) => ({ Name: `Account ${first + index}` }));
            accounts.push(...this.org.insert('Account', rows));
        }
        this.inBatches(contacts, (index) => [
            'Contact',
            {
                LastName: `Contact ${index}`,
                Email: emailOf(leads + index),
                AccountId: accounts[Math.floor(index / CONTACTS_OF_AN_ACCOUNT)] ?? null,
            },
        ]);
    }

    private inBatches(
        count: number,
        rowOf: (index: number) => readonly [object: string, row: Readonly<Record<string, string | null>>],
    ): void {
        for (let first = 0; first < count; first += BATCH) {
            const rows = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => rowOf(first + index));
            const [object] = rows[0] as ReturnType<typeof rowOf>;
            this.org.insert(
                object,
                rows.map(([, row]) => row),
            );
        }
    }
}

function emailOf(index: number): string {
    return `prospect-${index + 1}@example.com`;
}
