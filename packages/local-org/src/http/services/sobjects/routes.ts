import type { FieldSchema } from '../../../schema/field-schema.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import { requireObject } from '../../records/objects.ts';
import type { ApiRequest } from '../../routing/api-request.ts';
import { empty, json } from '../../routing/reply.ts';
import { dataRoute, type Route, type Service } from '../../routing/service.ts';
import type { HttpReply } from '../../thread/messages.ts';
import type { ServiceContext } from '../service-context.ts';
import { objectDescription, objectSummary } from './describe.ts';
import { sobjectErrors } from './errors.ts';
import { MAXIMUM_BATCH } from './limits.ts';
import { idOf, RecordRequests } from './model.ts';

/** Describes, and single records by id and by external id; for the Tooling API too. */
export function sobjectsService(context: ServiceContext): Service {
    const routes = ['', '/tooling'].flatMap((prefix) => [
        ...describeRoutes(context, prefix),
        ...recordRoutes(context, prefix),
    ]);
    return { name: 'sobjects', routes: [...routes, passwordRoute(context)] };
}

function describeRoutes({ host }: ServiceContext, prefix: string): Route[] {
    const objectOf = (request: ApiRequest): ObjectSchema => requireObject(host, request.param('object'));
    return [
        dataRoute('GET', `${prefix}/sobjects`, (request) => {
            const root = request.root + prefix;
            const shown = host.org.schema.objects().filter(({ queryable, createable }) => queryable || createable);
            const sobjects = shown.map((object) => objectSummary(object, root));
            return json({ encoding: 'UTF-8', maxBatchSize: MAXIMUM_BATCH, sobjects });
        }),
        dataRoute('GET', `${prefix}/sobjects/:object`, (request) =>
            json({ objectDescribe: objectSummary(objectOf(request), request.root + prefix), recentItems: [] }),
        ),
        dataRoute('GET', `${prefix}/sobjects/:object/describe`, (request) =>
            json(objectDescription(objectOf(request), request.root + prefix)),
        ),
    ];
}

function recordRoutes({ host }: ServiceContext, prefix: string): Route[] {
    const records = new RecordRequests(host);
    const objectOf = (request: ApiRequest): ObjectSchema => requireObject(host, request.param('object'));
    const byId = (object: ObjectSchema): FieldSchema => object.fields[0] as FieldSchema;

    async function get(request: ApiRequest, key: FieldSchema, value: string): Promise<HttpReply> {
        const object = objectOf(request);
        const fields = request.query.get('fields')?.split(',') ?? null;
        return json(await records.get(request.userId, object, key, value, fields, request.root + prefix));
    }

    async function upsert(request: ApiRequest): Promise<HttpReply> {
        const object = objectOf(request);
        const key = externalIdOf(object, request, host.org.options.namespace);
        const result = await records.upsert(request.userId, object, key, request.param('value'), request.json());
        return json(result, result.created === true ? 201 : 200);
    }

    return [
        dataRoute('POST', `${prefix}/sobjects/:object`, async (request) =>
            json(await records.create(request.userId, objectOf(request), request.json()), 201),
        ),
        dataRoute('GET', `${prefix}/sobjects/:object/:id`, (request) =>
            get(request, byId(objectOf(request)), idOf(request.param('id'))),
        ),
        dataRoute('PATCH', `${prefix}/sobjects/:object/:id`, async (request) => {
            await records.update(request.userId, objectOf(request), request.param('id'), request.json());
            return empty();
        }),
        dataRoute('DELETE', `${prefix}/sobjects/:object/:id`, async (request) => {
            await records.delete(request.userId, objectOf(request), request.param('id'));
            return empty();
        }),
        dataRoute('GET', `${prefix}/sobjects/:object/:key/:value`, (request) =>
            get(request, externalIdOf(objectOf(request), request, host.org.options.namespace), request.param('value')),
        ),
        dataRoute('PATCH', `${prefix}/sobjects/:object/:key/:value`, upsert),
        dataRoute('DELETE', `${prefix}/sobjects/:object/:key/:value`, async (request) => {
            const object = objectOf(request);
            const key = externalIdOf(object, request, host.org.options.namespace);
            const id = await records.idOf(request.userId, object, key, request.param('value'));
            await records.delete(request.userId, object, id);
            return empty();
        }),
    ];
}

/** @throws ApiError for a field that identifies no record */
function externalIdOf(object: ObjectSchema, request: ApiRequest, namespace: string): FieldSchema {
    const name = request.param('key');
    const field = object.fieldIn(name, namespace);
    if (field === undefined || !(field.externalId || field.idLookup || field.slot === 0)) {
        throw sobjectErrors.noExternalId(name);
    }
    return field;
}

/** Passwords of users (REST API Developer Guide, "sObject User Password"). */
function passwordRoute({ sessions }: ServiceContext): Route {
    return dataRoute('POST', '/sobjects/User/:id/password', (request) => {
        const { NewPassword } = request.json<{ NewPassword?: unknown }>();
        if (typeof NewPassword !== 'string' || NewPassword === '') throw sobjectErrors.noPassword();
        sessions.setPassword(idOf(request.param('id')), NewPassword);
        return empty();
    });
}
