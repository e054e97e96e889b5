import { generateData, type VendorData } from '@sw-studio/vendor-api';
import type { CycleOrg } from '../cycle-org.ts';

const PROSPECTS = 6;
const LEADS = 3;
/** Long, so that hours pass with few cycles in them. */
const GAP_MINUTES = 50;

/** Enough for every step to have something to do, and so little that thousands of runs take seconds. */
export function smallData(): VendorData {
    return generateData({ prospects: PROSPECTS, seed: 1, tags: 2, scores: 2, tagsEach: 1, scoresEach: 1 });
}

/** Half of the prospects are leads, the others contacts of one account. */
export function smallRecords(org: CycleOrg): void {
    org.setOptions({ Sync_Gap_mins__c: GAP_MINUTES });
    const emails = Array.from({ length: PROSPECTS }, (_, index) => `prospect-${index + 1}@example.com`);
    org.insert(
        'Lead',
        emails.slice(0, LEADS).map((Email) => ({ LastName: Email, Company: 'Company', Email })),
    );
    const [AccountId = null] = org.insert('Account', [{ Name: 'Account' }]);
    org.insert(
        'Contact',
        emails.slice(LEADS).map((Email) => ({ LastName: Email, AccountId, Email })),
    );
}
