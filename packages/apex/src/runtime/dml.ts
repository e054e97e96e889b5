import type { ApexException } from './exceptions/apex-exception.ts';
import { ApexList } from './collections/list.ts';
import { current } from './context.ts';
import { newApexException, throwApex } from './exceptions/throw.ts';
import { ApexSet } from './collections/set.ts';
import type { AccessLevel, DmlOperation, DmlOptions, DmlRowOutcome, Waiting } from './ports.ts';
import { fieldToken } from './schema/sobject-field.ts';
import { SObject } from './sobject/sobject.ts';
import type { SObjectFieldInfo } from './sobject/sobject-type.ts';

export interface DmlStatement {
    readonly operation: DmlOperation;
    /** A record, a list of records, or what `delete` and `undelete` also take: an id or a list of ids. */
    readonly target: unknown;
    readonly access: AccessLevel;
    readonly allOrNone: boolean;
    readonly externalIdField?: SObjectFieldInfo | null;
    readonly mergeIds?: readonly (readonly string[])[];
    readonly options?: DmlOptions | null;
}

export interface DmlResult {
    readonly records: readonly SObject[];
    readonly outcomes: readonly DmlRowOutcome[];
}

/**
 * Runs one DML operation; an empty list does nothing.
 *
 * @throws System.DmlException when `allOrNone` and a row failed: nothing of the statement is then kept
 * @throws System.ListException when the same record stands twice in the list
 */
export function* runDml(statement: DmlStatement): Generator<Waiting, DmlResult, void> {
    const { operation, allOrNone, access } = statement;
    const records = recordsOf(statement.target);
    if (records.length === 0) return { records, outcomes: [] };
    refuseDuplicates(operation, records);
    refuseManyChunks(records);
    const outcomes = yield* current.transaction.database.dml({
        operation,
        records,
        allOrNone,
        access,
        sharing: current.transaction.sharing,
        ...(statement.externalIdField !== undefined && { externalIdField: statement.externalIdField }),
        ...(statement.mergeIds !== undefined && { mergeIds: statement.mergeIds }),
        ...(statement.options !== undefined && { options: statement.options }),
    });
    if (allOrNone && outcomes.some((outcome) => !outcome.success)) throw dmlException(operation, records, outcomes);
    return { records, outcomes };
}

/** A DML statement of Apex: `insert records;`, `upsert record Key__c;`, `merge winner losers;`. */
export function* dmlStatement(
    operation: DmlOperation,
    target: unknown,
    access: AccessLevel,
    externalIdField: SObjectFieldInfo | null = null,
): Generator<Waiting, void, void> {
    yield* runDml({ operation, target, access, allOrNone: true, externalIdField });
}

/** `merge winner losers;` @param losers a record, an id, or a list of either */
export function* mergeStatement(winner: unknown, losers: unknown, access: AccessLevel): Generator<Waiting, void, void> {
    yield* runDml({ operation: 'merge', target: winner, access, allOrNone: true, mergeIds: [idsOf(losers)] });
}

export function idsOf(target: unknown): string[] {
    return itemsOf(target).map((item) => {
        if (typeof item === 'string') return item;
        if (item instanceof SObject && item.id !== null) return item.id;
        return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    });
}

/** The records that a DML statement was given; ids become records that hold nothing else. */
export function recordsOf(target: unknown): SObject[] {
    return itemsOf(target).map((item) => {
        if (item instanceof SObject) return item;
        if (typeof item === 'string') return recordOfId(item);
        return throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    });
}

function itemsOf(target: unknown): readonly unknown[] {
    if (target instanceof ApexList) return target.items;
    return target instanceof ApexSet ? target.values() : [target];
}

function recordOfId(id: string): SObject {
    const info = current.transaction.schema.sobjectByKeyPrefix(id.slice(0, 3));
    if (info === undefined) throwApex('System.StringException', `Invalid id: ${id}`);
    const record = new SObject(info);
    record.values[0] = id;
    return record;
}

function refuseDuplicates(operation: DmlOperation, records: readonly SObject[]): void {
    if (records.length < 2) return;
    if (operation === 'insert' || operation === 'upsert') {
        if (new Set(records).size < records.length) {
            throwApex(
                'System.ListException',
                'Before Insert or Upsert list must not have two identically equal elements',
            );
        }
    }
    if (operation === 'insert') return;
    const seen = new Set<string>();
    for (const { id } of records) {
        if (id === null) continue;
        if (seen.has(id)) throwApex('System.ListException', `Duplicate id in list: ${id}`);
        seen.add(id);
    }
}

const MOST_CHUNKS = 10;

/** Neighbours of one type are a chunk (Apex Developer Guide, "Creating Records for Multiple Object Types"). */
function refuseManyChunks(records: readonly SObject[]): void {
    const chunks = records.filter(({ type }, index) => type !== records[index - 1]?.type).length;
    if (chunks > MOST_CHUNKS) {
        throwApex(
            'System.TypeException',
            'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
        );
    }
}

const NAMES: Readonly<Record<DmlOperation | 'convertLead', string>> = {
    insert: 'Insert',
    update: 'Update',
    upsert: 'Upsert',
    delete: 'Delete',
    undelete: 'Undelete',
    merge: 'Merge',
    convertLead: 'ConvertLead',
};

/** Of rows that were good and went with the failed ones: results list them, the exception does not. */
const TAKEN_BACK = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

/**
 * `Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]:
 * [Name]`, with a failure per failed row.
 */
export function dmlException(
    operation: DmlOperation | 'convertLead',
    records: readonly SObject[],
    outcomes: readonly DmlRowOutcome[],
): ApexException {
    const failures = outcomes.flatMap((outcome, index) => {
        const record = records[index];
        const id = outcome.id ?? record?.id ?? null;
        const causes = outcome.errors.filter(({ statusCode }) => statusCode !== TAKEN_BACK);
        return causes.map(({ statusCode, message, fields }) => ({
            index,
            id,
            statusCode,
            message,
            fields,
            tokens: fields.flatMap((name) => {
                const field = record?.type.field(name);
                return field === undefined ? [] : [fieldToken(field)];
            }),
        }));
    });
    const [first] = failures;
    const row = first === undefined ? '0' : `${first.index}${first.id === null ? '' : ` with id ${first.id}`}`;
    const exception = newApexException(
        'System.DmlException',
        `${NAMES[operation]} failed. First exception on row ${row}; first error: ` +
            `${first?.statusCode}, ${first?.message}: [${first?.fields.join(', ')}]`,
    );
    exception.failures = failures;
    return exception;
}
