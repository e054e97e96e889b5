import { id18, isValidId, type SObject, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexSession } from '../../../apex/apex-session.ts';
import type { FieldSchema } from '../../../schema/field-schema.ts';
import { isCompound } from '../../../schema/field-schema.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import { recordWithId } from '../../../rows/record-with-id.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { fieldValue } from '../../records/field-value.ts';
import { noSuchColumn, readRecord } from '../../records/read-record.ts';
import { type RecordJson, recordJson } from '../../records/result-json.ts';
import { saveError, type SaveResult, saveResult, upsertResult } from '../../records/save-result.ts';
import { saveRecords } from '../../records/save-records.ts';
import { runApiQuery } from '../query/model.ts';
import { sobjectErrors } from './errors.ts';

type Body = Readonly<Record<string, unknown>>;

/** What one request does with one record. */
export class RecordRequests {
    private readonly host: HostedOrg;

    constructor(host: HostedOrg) {
        this.host = host;
    }

    create(userId: string, object: ObjectSchema, body: Body): Promise<SaveResult> {
        const record = this.read(object, body);
        return this.host.transact(userId, function* (session) {
            return saveResult(yield* saveOne(session, 'insert', record));
        });
    }

    update(userId: string, object: ObjectSchema, id: string, body: Body): Promise<void> {
        const record = this.read(object, body);
        record.values[0] = idOf(id);
        return this.host.transact(userId, function* (session) {
            yield* saveOne(session, 'update', record);
        });
    }

    delete(userId: string, object: ObjectSchema, id: string): Promise<void> {
        const record = recordWithId(object, idOf(id));
        return this.host.transact(userId, function* (session) {
            yield* saveOne(session, 'delete', record);
        });
    }

    upsert(userId: string, object: ObjectSchema, key: FieldSchema, value: string, body: Body): Promise<SaveResult> {
        const record = this.read(object, body);
        record.values[key.slot] = fieldValue(key, value);
        return this.host.transact(userId, function* (session) {
            return upsertResult(yield* saveOne(session, 'upsert', record, key));
        });
    }

    /** @param fields names; null: all that the user may see */
    get(
        userId: string,
        object: ObjectSchema,
        key: FieldSchema,
        value: string,
        fields: readonly string[] | null,
        root: string,
    ): Promise<RecordJson> {
        const namespace = this.host.org.options.namespace;
        return this.host.transact(userId, function* (session) {
            const names = fields?.map((name) => knownField(object, name, namespace)) ?? readableFields(session, object);
            const text = `SELECT ${names.join(', ')} FROM ${object.name} WHERE ${key.name} = ${literal(key, value)}`;
            const answer = yield* runApiQuery(session.open.database.queries, text, {
                allRows: false,
                pageSize: Number.MAX_SAFE_INTEGER,
            });
            const records = answer.kind === 'whole' ? answer.records : [];
            const [record] = records;
            if (record === undefined) throw sobjectErrors.noRecord();
            if (records.length > 1) {
                throw sobjectErrors.manyRecords(
                    records.map(({ row }) => `${root}/sobjects/${object.name}/${String(row[0])}`),
                );
            }
            return recordJson(record, root);
        });
    }

    /** The id of the record that an external id names. */
    async idOf(userId: string, object: ObjectSchema, key: FieldSchema, value: string): Promise<string> {
        const record = await this.get(userId, object, key, value, ['Id'], '');
        return record['Id'] as string;
    }

    private read(object: ObjectSchema, body: Body): SObject {
        const { schema, options } = this.host.org;
        return readRecord(schema, object, body, options.namespace);
    }
}

/** @throws ApiError with what the org refuses the record for */
function* saveOne(
    session: ApexSession,
    operation: 'insert' | 'update' | 'delete' | 'upsert',
    record: SObject,
    externalIdField?: FieldSchema,
): Generator<Waiting, Parameters<typeof saveResult>[0], void> {
    const save = { operation, records: [record], allOrNone: true, ...(externalIdField && { externalIdField }) };
    const [outcome] = yield* saveRecords(session, save);
    if (outcome === undefined || !outcome.success) throw saveError(outcome?.errors ?? []);
    return outcome;
}

/** @throws ApiError MALFORMED_ID */
export function idOf(id: string): string {
    if (!isValidId(id)) throw sobjectErrors.malformedId(id);
    return id.length === SHORT_ID ? id18(id) : id;
}

function readableFields({ open }: ApexSession, object: ObjectSchema): string[] {
    return object.fields
        .filter((field) => !isCompound(field) && open.access.field(field, 'READABLE'))
        .map(({ name }) => name);
}

function knownField(object: ObjectSchema, name: string, namespace: string): string {
    const field = object.fieldIn(name.trim(), namespace);
    if (field === undefined) throw noSuchColumn(name.trim(), object);
    return field.name;
}

const SHORT_ID = 15;
const QUOTED = new Set<FieldSchema['apexType']>(['String', 'Id']);

function literal(key: FieldSchema, value: string): string {
    if (!QUOTED.has(key.apexType)) return String(fieldValue(key, value));
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}
