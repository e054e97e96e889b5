import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { emailOf, generateLeadRows, type LeadRow, readLeadRows } from '@sw-studio/vendor-api';
import type { CycleOrg } from './cycle-org.ts';

/** Beside the repository, where somebody has put it; `LEADS_CSV` names another place. */
const FILE = process.env['LEADS_CSV'] ?? fileURLToPath(new URL('../../../../shared/data/leads.csv', import.meta.url));
const ROWS_OF_FILE = 9240;
const CONTACTS_OF_AN_ACCOUNT = 5;

/** The rows of the public lead-scoring file where it is there, else generated ones: as many, with the same gaps. */
export function leadRows(): LeadRow[] {
    return existsSync(FILE) ? readLeadRows(FILE) : generateLeadRows({ count: ROWS_OF_FILE, seed: 1 });
}

/** The customer's records of the rows: a contact of an account where the row says converted, a lead otherwise. */
export function insertRecordsOf(org: CycleOrg, rows: readonly LeadRow[]): void {
    const contacts = rows.filter(({ isConverted }) => isConverted);
    const accountCount = Math.ceil(contacts.length / CONTACTS_OF_AN_ACCOUNT);
    const accounts = org.insert(
        'Account',
        Array.from({ length: accountCount }, (_, index) => ({ Name: `Account ${index}` })),
    );
    org.insert(
        'Contact',
        contacts.map((row, index) => ({
            LastName: row.leadNumber,
            Email: emailOf(row),
            AccountId: accounts[Math.floor(index / CONTACTS_OF_AN_ACCOUNT)] ?? null,
        })),
    );
    org.insert(
        'Lead',
        rows
            .filter(({ isConverted }) => !isConverted)
            .map((row) => ({ LastName: row.leadNumber, Company: 'X Education', Email: emailOf(row) })),
    );
}
