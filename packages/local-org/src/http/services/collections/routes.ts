import { requireObject } from '../../records/objects.ts';
import { json } from '../../routing/reply.ts';
import { dataRoute, type Service } from '../../routing/service.ts';
import type { ServiceContext } from '../service-context.ts';
import { sobjectErrors } from '../sobjects/errors.ts';
import { collectionErrors } from './errors.ts';
import { type CollectionBody, readRecords, recordsOf, recordsToDelete, saveCollection } from './model.ts';
import { saveTree } from './tree.ts';

/** Several records in one request: sObject Collections and sObject Tree. */
export function collectionsService({ host }: ServiceContext): Service {
    return {
        name: 'collections',
        routes: [
            dataRoute('POST', '/composite/sobjects', async (request) => {
                const body = request.json<CollectionBody>();
                const records = readRecords(host, recordsOf(body), { withIds: false });
                const save = { operation: 'insert', allOrNone: body.allOrNone ?? false } as const;
                return json(await saveCollection(host, request.userId, save, records));
            }),
            dataRoute('PATCH', '/composite/sobjects', async (request) => {
                const body = request.json<CollectionBody>();
                const records = readRecords(host, recordsOf(body), { withIds: true });
                const save = { operation: 'update', allOrNone: body.allOrNone ?? false } as const;
                return json(await saveCollection(host, request.userId, save, records));
            }),
            dataRoute('PATCH', '/composite/sobjects/:object/:key', async (request) => {
                const body = request.json<CollectionBody>();
                const object = requireObject(host, request.param('object'));
                const externalIdField = object.fieldIn(request.param('key'), host.org.options.namespace);
                if (externalIdField === undefined) throw sobjectErrors.noExternalId(request.param('key'));
                const records = readRecords(host, recordsOf(body), { type: object.name, withIds: true });
                const save = { operation: 'upsert', allOrNone: body.allOrNone ?? false, externalIdField } as const;
                return json(await saveCollection(host, request.userId, save, records));
            }),
            dataRoute('DELETE', '/composite/sobjects', async (request) => {
                const ids = request.query.get('ids')?.split(',').filter(Boolean) ?? [];
                if (ids.length === 0) throw collectionErrors.noIds();
                const save = { operation: 'delete', allOrNone: request.query.get('allOrNone') === 'true' } as const;
                return json(await saveCollection(host, request.userId, save, recordsToDelete(host, ids)));
            }),
            dataRoute('POST', '/composite/tree/:object', async (request) => {
                const records = recordsOf(request.json<CollectionBody>());
                const answer = await saveTree(host, request.userId, request.param('object'), records);
                return json(answer, answer.hasErrors ? 400 : 201);
            }),
        ],
    };
}
