import type { QueryRecord, QueryResult } from '@sw-studio/org-client';
import { Messages } from '../messages.ts';
import type { Style } from '../output/style.ts';
import { renderTable } from '../output/table.ts';
import { count } from '../output/text.ts';

const messages = Messages.load('org.query');

/** Rows of a query as a table, with a column for each field, also of parents. */
export function describeRecords({ totalSize, records }: QueryResult, look: { width: number; style: Style }): string[] {
    const rows = records.map((record) => flatten(record));
    const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    // A parent that a row has not is null under its own name.
    const titles = names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
    const columns = titles.map((title) => ({ title, value: (row: Row) => row.get(title) ?? '', least: 6 }));
    const found = count(totalSize, 'row');
    const closing =
        records.length < totalSize ? messages.get('shown', found, records.length) : messages.get('total', found);
    return [...(records.length === 0 ? [] : renderTable(rows, columns, look)), look.style.faint(closing)];
}

type Row = ReadonlyMap<string, string>;

/** Fields of parents by their path, such as `Owner.Name`; rows of children by their number. */
function flatten(record: QueryRecord, path = ''): Map<string, string> {
    const fields = new Map<string, string>();
    for (const [name, value] of Object.entries(record)) {
        if (name === 'attributes') continue;
        if (isRecord(value)) for (const entry of flatten(value, `${path}${name}.`)) fields.set(...entry);
        else fields.set(`${path}${name}`, textOf(value));
    }
    return fields;
}

function isRecord(value: unknown): value is QueryRecord {
    return typeof value === 'object' && value !== null && 'attributes' in value;
}

function textOf(value: unknown): string {
    if (value === null || value === undefined) return '';
    if (typeof value === 'object' && 'totalSize' in value) return count(Number(value.totalSize), 'row');
    return typeof value === 'string' ? value : JSON.stringify(value);
}
