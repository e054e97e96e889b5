import type { CycleOrg } from './cycle-org.ts';

/** One step of a cycle as Steps JSON has it. */
export interface ReportedStep {
    readonly name: string;
    readonly status: string;
    readonly links: number;
    readonly crashes: number;
    readonly retries: number;
    readonly examined: number;
    readonly changed: number;
    readonly failed: number;
    readonly rows: number;
    readonly errors: readonly { readonly code: string; readonly message: string; readonly count: number }[];
}

/** One SW Apex Job. */
export interface ReportedCycle {
    readonly id: string;
    readonly name: string;
    readonly cycleId: string;
    readonly status: string;
    readonly fullSync: boolean;
    readonly stopReason: string | null;
    readonly endedAt: string | null;
    /** Executions that the cycle counted itself. */
    readonly jobs: number;
    readonly steps: ReadonlyMap<string, ReportedStep>;
    readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** All SW Apex Jobs, oldest first. */
export function cyclesOf(org: CycleOrg): ReportedCycle[] {
    const rows = org.rows(
        'SELECT Id, Name, Cycle_Id__c, Status__c, Full_Sync__c, Stop_Reason__c, Ended_At__c, Apex_Jobs__c, Steps_JSON__c ' +
            'FROM SW_Apex_Job__c ORDER BY Name',
    );
    return rows.map((row) => {
        const text = row['Steps_JSON__c'] as string | null;
        const document = (text === null ? { steps: [], skipped: [] } : JSON.parse(text)) as {
            readonly steps: readonly ReportedStep[];
            readonly skipped: ReportedCycle['skipped'];
        };
        return {
            id: row['Id'] as string,
            name: row['Name'] as string,
            cycleId: row['Cycle_Id__c'] as string,
            status: row['Status__c'] as string,
            fullSync: row['Full_Sync__c'] as boolean,
            stopReason: row['Stop_Reason__c'] as string | null,
            endedAt: row['Ended_At__c'] as string | null,
            jobs: row['Apex_Jobs__c'] as number,
            steps: new Map(document.steps.map((step) => [step.name, step])),
            skipped: document.skipped,
        };
    });
}

/** The newest one. @throws Error where there is none */
export function lastCycle(org: CycleOrg): ReportedCycle {
    const last = cyclesOf(org).at(-1);
    if (last === undefined) throw new Error('No cycle has begun.');
    return last;
}
