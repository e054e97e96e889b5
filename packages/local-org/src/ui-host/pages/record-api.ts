import { PageError, type PageSession, read, successful } from '../org-access.ts';
import { describe, displayValue, objectOfId } from './object-description.ts';

interface RecordRequest {
    readonly recordId: string;
    readonly fields: readonly string[];
    readonly optionalFields: readonly string[];
}

interface RecordInput {
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, unknown>>;
}

/** What `lightning/uiRecordApi` asks (User Interface API Developer Guide, "Get a Record"). */
export const RECORD_FUNCTIONS: Readonly<Record<string, (session: PageSession, body: never) => Promise<unknown>>> = {
    getRecord,
    createRecord,
    updateRecord,
    deleteRecord,
};

async function getRecord(session: PageSession, request: RecordRequest): Promise<unknown> {
    const { orgAccess, user } = session;
    const [first = ''] = [...request.fields, ...request.optionalFields];
    const [objectName = ''] = first.split('.');
    if (objectName === '') throw new PageError(400, 'getRecord needs at least one field');
    const object = await describe(orgAccess, objectName);
    const readable = new Set(object.fields.map(({ name }) => name));
    const names = (fields: readonly string[]) => fields.map((field) => field.slice(objectName.length + 1));
    const wanted = [...names(request.fields), ...names(request.optionalFields).filter((name) => readable.has(name))];
    const record = await read<Record<string, unknown>>(
        orgAccess,
        `/sobjects/${objectName}/${request.recordId}?fields=${[...new Set(['Id', ...wanted])].join(',')}`,
    );
    const fields = wanted.map((name) => {
        const type = object.fields.find((field) => field.name === name)?.type ?? 'string';
        const value = record[name] ?? null;
        return [name, { value, displayValue: displayValue(value, type, user.timeZone) || null }];
    });
    return { id: request.recordId, apiName: objectName, fields: Object.fromEntries(fields) as unknown };
}

async function createRecord({ orgAccess }: PageSession, { apiName, fields }: RecordInput): Promise<unknown> {
    if (apiName === undefined) throw new PageError(400, 'createRecord needs the apiName of the object');
    const { status, body } = await orgAccess.rest('POST', `/sobjects/${apiName}`, fields);
    const { id } = successful(status, body) as { id: string };
    return { id, apiName, fields: {} };
}

async function updateRecord({ orgAccess }: PageSession, { fields }: RecordInput): Promise<unknown> {
    const { Id: id, ...values } = fields;
    const apiName = await objectOfId(orgAccess, String(id));
    const { status, body } = await orgAccess.rest('PATCH', `/sobjects/${apiName}/${String(id)}`, values);
    successful(status, body);
    return { id, apiName, fields: {} };
}

async function deleteRecord({ orgAccess }: PageSession, { recordId }: RecordRequest): Promise<unknown> {
    const { status, body } = await orgAccess.rest(
        'DELETE',
        `/sobjects/${await objectOfId(orgAccess, recordId)}/${recordId}`,
    );
    successful(status, body);
    return {};
}
