import { type Decimal, drive, SObject, toFieldValue } from '@sw-studio/apex/runtime';
import type { LocalOrg, OpenTransaction } from '@sw-studio/local-org';

export type PlainValue = string | number | boolean | null;
export type PlainRow = Readonly<Record<string, PlainValue>>;

/** Committed rows as plain values, relationships as `Parent.Field`; names without the namespace of the org. */
export function queryRows(org: LocalOrg, text: string): PlainRow[] {
    const { database } = org.openTransaction();
    const outcome = drive(database.query({ text, binds: new Map(), access: null, dynamic: true }));
    if (outcome.kind === 'count') return [{ count: outcome.count }];
    const prefix = org.options.namespace === '' ? '' : `${org.options.namespace}__`;
    return outcome.records.map((record) => plainRow(record, prefix, ''));
}

/** Saves records in the given transaction. @throws Error with the first refusal */
export function writeRows(
    { database, transaction }: OpenTransaction,
    org: LocalOrg,
    operation: 'insert' | 'update' | 'delete',
    object: string,
    rows: readonly PlainRow[],
): string[] {
    const type = org.object(object);
    if (type === undefined) throw new Error(`There is no object ${object}.`);
    const records = rows.map((row) => {
        const record = new SObject(type);
        for (const [name, value] of Object.entries(row)) {
            const field = type.field(name) ?? type.field(`${org.options.namespace}__${name}`);
            if (field === undefined) throw new Error(`${object} has no field ${name}.`);
            record.values[field.slot] = toFieldValue(field, value);
        }
        return record;
    });
    const outcomes = drive(database.dml({ operation, records, allOrNone: true, access: 'system' }));
    const refused = outcomes.find(({ errors }) => errors.length > 0);
    if (refused !== undefined) {
        transaction.rollback();
        throw new Error(`${operation} of ${object}: ${JSON.stringify(refused.errors)}`);
    }
    return outcomes.map(({ id }) => id ?? '');
}

function plainRow(record: SObject, namespace: string, path: string): PlainRow {
    const row: Record<string, PlainValue> = {};
    for (const field of record.type.fields) {
        const value = record.values[field.slot];
        if (value !== undefined) row[path + field.name.replace(namespace, '')] = plainValue(value);
    }
    for (const [key, parent] of record.parents ?? []) {
        const name = record.type.fields.find(({ relationshipName }) => relationshipName?.toLowerCase() === key);
        const spelled = (name?.relationshipName ?? key).replace(namespace, '');
        if (parent !== null) Object.assign(row, plainRow(parent, namespace, `${path}${spelled}.`));
    }
    return row;
}

function plainValue(value: unknown): PlainValue {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return value;
    if (typeof value === 'object' && 'milliseconds' in value)
        return new Date(value.milliseconds as number).toISOString();
    return (value as Decimal).doubleValue();
}
