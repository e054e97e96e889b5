import type { DmlOperation, DmlRowOutcome, SObject } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../../schema/field-schema.ts';
import { recordWithId } from '../../../rows/record-with-id.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { requireType } from '../../records/objects.ts';
import { readRecord } from '../../records/read-record.ts';
import { type SaveResult, saveResult, upsertResult } from '../../records/save-result.ts';
import { saveRecords } from '../../records/save-records.ts';
import { ApiError } from '../../routing/api-error.ts';
import { idOf } from '../sobjects/model.ts';
import { collectionErrors } from './errors.ts';
import { MAXIMUM_RECORDS } from './limits.ts';

export type RecordBody = Readonly<Record<string, unknown>>;

export interface CollectionBody {
    readonly allOrNone?: boolean;
    readonly records?: readonly RecordBody[];
}

interface Save {
    readonly operation: Exclude<DmlOperation, 'merge'>;
    readonly allOrNone: boolean;
    readonly externalIdField?: FieldSchema;
}

/**
 * Saves several records of any types in one transaction; a record that cannot be read fails alone, unless all or none is
 * wanted. Without that, what succeeded is kept.
 */
export async function saveCollection(
    host: HostedOrg,
    userId: string,
    save: Save,
    records: readonly (SObject | ApiError)[],
): Promise<SaveResult[]> {
    const good = records.filter((record): record is SObject => !(record instanceof ApiError));
    const stopped = save.allOrNone && good.length < records.length;
    const outcomes = stopped
        ? []
        : await host.transact(userId, (session) => saveRecords(session, { ...save, records: good }));
    const answers = outcomes.values();
    return records.map((record) => {
        if (record instanceof ApiError) return failure(record);
        const outcome: DmlRowOutcome | undefined = answers.next().value;
        if (outcome === undefined) return failure(ROLLED_BACK);
        return save.operation === 'upsert' ? upsertResult(outcome) : saveResult(outcome);
    });
}

const ROLLED_BACK = new ApiError(
    400,
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'Record rolled back because not all records were valid and the request was using AllOrNone header',
);

function failure({ errors }: ApiError): SaveResult {
    const told = errors.map(({ errorCode, message, fields = [] }) => ({ statusCode: errorCode, message, fields }));
    return { success: false, errors: told };
}

/** @throws ApiError where the body as a whole is wrong */
export function recordsOf({ records = [] }: CollectionBody): readonly RecordBody[] {
    if (records.length === 0) throw collectionErrors.noRecords();
    if (records.length > MAXIMUM_RECORDS) throw collectionErrors.tooManyRecords();
    return records;
}

/** The records, or for each that cannot be read why. @param type where the address names it */
export function readRecords(
    host: HostedOrg,
    bodies: readonly RecordBody[],
    { type, withIds }: { readonly type?: string; readonly withIds: boolean },
): (SObject | ApiError)[] {
    return bodies.map((body) => {
        try {
            return readOne(host, body, type, withIds);
        } catch (error) {
            if (error instanceof ApiError) return error;
            throw error;
        }
    });
}

function readOne(host: HostedOrg, body: RecordBody, type: string | undefined, withIds: boolean): SObject {
    const attributes = body['attributes'] as { type?: string } | undefined;
    const name = type ?? attributes?.type;
    if (name === undefined) throw collectionErrors.noType();
    const { org } = host;
    const object = requireType(host, name);
    const entries = Object.entries(body).filter(([key]) => key.toLowerCase() !== 'id');
    const record = readRecord(org.schema, object, Object.fromEntries(entries), org.options.namespace);
    const id = Object.entries(body).find(([key]) => key.toLowerCase() === 'id')?.[1];
    if (withIds && typeof id === 'string') record.values[0] = idOf(id);
    return record;
}

/** @throws ApiError for ids that belong to no object */
export function recordsToDelete({ org }: HostedOrg, ids: readonly string[]): SObject[] {
    if (ids.length > MAXIMUM_RECORDS) throw collectionErrors.tooManyRecords();
    return ids.map((id) => {
        const object = org.schema.objectOfId(id);
        if (object === undefined) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${id}`);
        return recordWithId(object, idOf(id));
    });
}
