import {
    type DmlError,
    type DmlOperation,
    type DmlRequest,
    type DmlRowOutcome,
    drive,
    SObject,
    type SObjectTypeInfo,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { MetadataPackage } from '../../src/metadata/model.ts';
import { readProject } from '../../src/metadata/read-project.ts';
import { LocalOrg, type OpenTransaction, type TransactionStart } from '../../src/org.ts';
import type { LocalOrgOptions } from '../../src/org-options.ts';
import { toApexValue, toStoredValue } from '../../src/rows/apex-value.ts';
import type { StoredValue } from '../../src/store/stored-row.ts';

export const SHOP_FOLDER = new URL('../fixtures/shop', import.meta.url).pathname;

export type Values = Readonly<Record<string, StoredValue>>;

const read = new Map<string, MetadataPackage>();

/** The metadata of the shop project, read once per namespace. */
export function shopPackage(namespace = ''): MetadataPackage {
    let source = read.get(namespace);
    if (source === undefined) read.set(namespace, (source = readProject(SHOP_FOLDER, { namespace })));
    return source;
}

export const NOON = Date.parse('2026-03-15T12:00:00Z');

/** A clock that stands still until a test moves it. */
export class Clock {
    milliseconds = NOON;

    advance(milliseconds: number): void {
        this.milliseconds += milliseconds;
    }
}

/** The shop deployed into a new org. */
export class Shop {
    readonly clock = new Clock();
    readonly org: LocalOrg;

    constructor(options: Partial<LocalOrgOptions> = {}, packages: readonly MetadataPackage[] = [shopPackage()]) {
        this.org = LocalOrg.create(packages, { now: () => this.clock.milliseconds, timeZone: 'GMT', ...options });
    }

    open(start: TransactionStart = {}): ShopTransaction {
        return new ShopTransaction(this.org.openTransaction(start));
    }

    /** Runs `work` in a transaction of its own and commits. */
    commit<T>(work: (transaction: ShopTransaction) => T): T {
        const transaction = this.open();
        const result = work(transaction);
        transaction.commit();
        return result;
    }
}

/** One open transaction, with records written as plain values in stored form. */
export class ShopTransaction {
    readonly open: OpenTransaction;

    constructor(open: OpenTransaction) {
        this.open = open;
    }

    record(object: string, values: Values, id?: string): SObject {
        const type = this.type(object);
        const record = new SObject(type);
        if (id !== undefined) record.values[0] = id;
        for (const [name, value] of Object.entries(values)) {
            const field = type.field(name);
            if (field === undefined) throw new Error(`${object} has no field ${name}`);
            record.values[field.slot] = toApexValue(field, value);
        }
        return record;
    }

    type(object: string): SObjectTypeInfo {
        const type = this.open.schema.sobject(object, this.open.start.namespace ?? '');
        if (type === undefined) throw new Error(`There is no object ${object}`);
        return type;
    }

    /** Inserts records that must succeed. @returns their ids */
    insert(object: string, ...rows: readonly Values[]): string[] {
        const records = rows.map((values) => this.record(object, values));
        return this.must('insert', records).map(({ id }) => id as string);
    }

    insertOne(object: string, values: Values): string {
        return this.insert(object, values)[0] as string;
    }

    update(object: string, id: string, values: Values): void {
        this.must('update', [this.record(object, values, id)]);
    }

    delete(object: string, ...ids: readonly string[]): void {
        this.must(
            'delete',
            ids.map((id) => this.record(object, {}, id)),
        );
    }

    /** Runs a statement on records; nothing is thrown for errors. */
    run(operation: DmlOperation, records: readonly SObject[], more: Partial<DmlRequest> = {}): DmlRowOutcome[] {
        return drive(this.statement(operation, records, more));
    }

    statement(
        operation: DmlOperation,
        records: readonly SObject[],
        more: Partial<DmlRequest> = {},
    ): Generator<Waiting, DmlRowOutcome[], void> {
        return this.open.database.dml({ operation, records, allOrNone: true, access: 'system', ...more });
    }

    /** The errors of a statement on one record. */
    errors(operation: DmlOperation, object: string, values: Values, id?: string): readonly DmlError[] {
        return this.run(operation, [this.record(object, values, id)])[0]?.errors ?? [];
    }

    /** `CODE, sentence` of the first error of a statement on one record. */
    refusal(operation: DmlOperation, object: string, values: Values, id?: string): string {
        const [first] = this.errors(operation, object, values, id);
        return first === undefined ? 'accepted' : `${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`;
    }

    query(text: string): SObject[] {
        const outcome = drive(this.open.database.query({ text, binds: new Map(), access: null, dynamic: true }));
        if (outcome.kind === 'count') throw new Error('A count has no records');
        return outcome.records;
    }

    count(from: string): number {
        const text = `SELECT COUNT() FROM ${from}`;
        const outcome = drive(this.open.database.query({ text, binds: new Map(), access: null, dynamic: true }));
        return outcome.kind === 'count' ? outcome.count : outcome.records.length;
    }

    /** The populated fields of each record, in stored form. */
    rows(text: string): Record<string, StoredValue>[] {
        return this.query(text).map(plain);
    }

    /** One field of a record. */
    value(object: string, id: string, field: string): StoredValue {
        return this.rows(`SELECT ${field} FROM ${object} WHERE Id = '${id}'`)[0]?.[
            this.type(object).field(field)?.name ?? field
        ];
    }

    commit(): void {
        this.open.transaction.commit();
    }

    rollback(): void {
        this.open.transaction.rollback();
    }

    private must(operation: DmlOperation, records: readonly SObject[]): DmlRowOutcome[] {
        const outcomes = this.run(operation, records);
        const failed = outcomes.find(({ errors }) => errors.length > 0);
        if (failed !== undefined) throw new Error(`${operation} failed: ${JSON.stringify(failed.errors)}`);
        return outcomes;
    }
}

/** The populated fields of a record but its id, in stored form. */
export function plain(record: SObject): Record<string, StoredValue> {
    const values: Record<string, StoredValue> = {};
    record.values.forEach((value, slot) => {
        const field = record.type.fields[slot];
        if (field !== undefined && slot > 0 && value !== undefined)
            values[field.name] = toStoredValue(field.type, value);
    });
    return values;
}

export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
