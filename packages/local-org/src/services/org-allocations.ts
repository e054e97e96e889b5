import type { OrgEdition } from '../default-data/new-org.ts';

export interface Allocation {
    readonly value: number;
    readonly limit: number;
}

/** Emails to addresses outside of the org in a day (Apex guide, "Email Limits"; Developer Edition as seen there). */
export const DAILY_EMAILS: Readonly<Record<'developer' | 'other', number>> = { developer: 15, other: 5000 };

/**
 * What an org may use in a day or an hour, and how much of it is used: `OrgLimits` and the resource `/limits`. Whoever
 * counts something registers it here.
 */
export class OrgAllocations {
    readonly dailyEmails: number;
    private readonly readers = new Map<string, () => Allocation>();

    constructor(edition: OrgEdition) {
        this.dailyEmails = edition === 'Developer Edition' ? DAILY_EMAILS.developer : DAILY_EMAILS.other;
    }

    /** @param name as `OrgLimits` has it: `DailyAsyncApexExecutions` */
    register(name: string, read: () => Allocation): void {
        this.readers.set(name, read);
    }

    all(): ReadonlyMap<string, Allocation> {
        return new Map([...this.readers].map(([name, read]) => [name, read()]));
    }
}
