import { emailOf, generateLeadRows, type LeadRow, readLeadRows } from '@sw-studio/vendor-api';
import type { OrgApi } from './org-api.ts';

const GENERATED = 500;
const ACCOUNTS = 20;
/** Of one request of sObject Collections. */
const BATCH = 200;

/** Prospects of a file, or as many generated ones as a demonstration needs: the same ones each time. */
export function prospectRows(file: string | null): LeadRow[] {
    return file === null ? generateLeadRows({ count: GENERATED, seed: 1 }) : readLeadRows(file);
}

/** Leads and contacts of the prospects, in an org that has none yet. @returns how many there are now */
export async function createDemoRecords(api: OrgApi, rows: readonly LeadRow[]): Promise<number> {
    const [existing] = await api.query<{ count: number }>('SELECT COUNT(Id) count FROM Lead');
    if ((existing?.count ?? 0) > 0) return existing?.count ?? 0;
    const contacts = rows.filter(({ isConverted }) => isConverted);
    const leads = rows.filter(({ isConverted }) => !isConverted);
    const accounts = await create(
        api,
        'Account',
        Array.from({ length: Math.min(ACCOUNTS, contacts.length) }, (_, index) => ({ Name: `Customer ${index + 1}` })),
    );
    await create(
        api,
        'Contact',
        contacts.map((row, index) => ({
            LastName: `Contact ${row.leadNumber}`,
            Email: emailOf(row),
            AccountId: accounts[index % accounts.length],
        })),
    );
    await create(
        api,
        'Lead',
        leads.map((row) => ({ LastName: `Lead ${row.leadNumber}`, Company: 'Demo', Email: emailOf(row) })),
    );
    return rows.length;
}

async function create(api: OrgApi, type: string, values: readonly object[]): Promise<string[]> {
    const ids: string[] = [];
    for (let start = 0; start < values.length; start += BATCH) {
        const records = values.slice(start, start + BATCH).map((each) => ({ attributes: { type }, ...each }));
        const results = await api.data<{ id?: string; errors: { message: string }[] }[]>(
            'POST',
            '/composite/sobjects',
            { allOrNone: true, records },
        );
        for (const { id, errors } of results) {
            if (id === undefined) throw new Error(`A ${type} could not be created: ${errors[0]?.message ?? ''}`);
            ids.push(id);
        }
    }
    return ids;
}
