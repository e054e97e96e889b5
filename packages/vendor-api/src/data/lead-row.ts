import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A row of a CSV file of website leads, as far as it says something about a prospect. Empty where the file says nothing. */
export interface LeadRow {
    readonly id: string;
    readonly leadNumber: string;
    readonly source: string;
    readonly isConverted: boolean;
    readonly totalVisits: string;
    readonly timeOnSite: string;
    readonly pageViewsPerVisit: string;
    readonly lastActivity: string;
    readonly country: string;
    readonly city: string;
    readonly tag: string;
    readonly quality: string;
    readonly profile: string;
    readonly activityIndex: string;
    readonly activityScore: string;
    readonly profileScore: string;
}

const COLUMNS: Readonly<Record<Exclude<keyof LeadRow, 'isConverted'>, string>> = {
    id: 'Prospect ID',
    leadNumber: 'Lead Number',
    source: 'Lead Source',
    totalVisits: 'TotalVisits',
    timeOnSite: 'Total Time Spent on Website',
    pageViewsPerVisit: 'Page Views Per Visit',
    lastActivity: 'Last Activity',
    country: 'Country',
    city: 'City',
    tag: 'Tags',
    quality: 'Lead Quality',
    profile: 'Lead Profile',
    activityIndex: 'Asymmetrique Activity Index',
    activityScore: 'Asymmetrique Activity Score',
    profileScore: 'Asymmetrique Profile Score',
};

/** What a form holds where nobody has chosen anything. */
const PLACEHOLDER = 'Select';

/**
 * @param file CSV with a header line and at least the columns above and `Converted`
 * @throws Error that names the column that is missing
 */
export function readLeadRows(file: string): LeadRow[] {
    const records = parse(readFileSync(file, 'utf8'), {
        columns: true,
        bom: true,
        relax_column_count: true,
    });
    return (records as Record<string, string>[]).map(toRow);
}

function toRow(record: Record<string, string>): LeadRow {
    const values = Object.entries(COLUMNS).map(([field, column]) => [field, cell(record, column)]);
    return {
        ...(Object.fromEntries(values) as Omit<LeadRow, 'isConverted'>),
        isConverted: cell(record, 'Converted') === '1',
    };
}

function cell(record: Record<string, string>, column: string): string {
    const value = record[column];
    if (value === undefined) throw new Error(`The file has no column "${column}".`);
    const text = value.trim();
    return text === PLACEHOLDER ? '' : text;
}
