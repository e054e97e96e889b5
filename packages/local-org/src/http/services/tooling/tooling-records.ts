import type { FieldSchema } from '../../../schema/field-schema.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import { findToolingObject } from '../../../schema/tooling-objects.ts';
import { toStoredValue } from '../../../rows/apex-value.ts';
import type { StoredValue } from '../../../store/stored-row.ts';
import type { OrgTransaction } from '../../../transaction/org-transaction.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { fieldValue } from '../../records/field-value.ts';
import { empty, json } from '../../routing/reply.ts';
import { dataRoute, type Route } from '../../routing/service.ts';
import { objectDescription } from '../sobjects/describe.ts';
import { toolingErrors } from './errors.ts';
import { writeToolingRow } from './tooling-schema.ts';

/** Objects of the Tooling API that clients write: which debug logs are wanted. */
const WRITTEN = ['DebugLevel', 'TraceFlag'] as const;

export function toolingRecordRoutes(host: HostedOrg): Route[] {
    return WRITTEN.flatMap((name) => {
        const object = findToolingObject(name) as ObjectSchema;
        const path = `/tooling/sobjects/${name}`;
        return [
            dataRoute('GET', `${path}/describe`, (request) =>
                json(objectDescription(object, `${request.root}/tooling`)),
            ),
            dataRoute('POST', path, (request) => {
                const values = valuesOf(object, request.json());
                const id = write(host, (transaction) => writeToolingRow(transaction, object, request.userId, values));
                return json({ id, success: true, errors: [], warnings: [], infos: [] }, 201);
            }),
            dataRoute('PATCH', `${path}/:id`, (request) => {
                const values = valuesOf(object, request.json());
                write(host, (transaction) => {
                    const id = request.param('id');
                    if (transaction.row(object, id) === undefined) throw toolingErrors.noRecord();
                    writeToolingRow(transaction, object, request.userId, values, id);
                });
                return empty();
            }),
            dataRoute('DELETE', `${path}/:id`, (request) => {
                write(host, (transaction) => {
                    const row = transaction.row(object, request.param('id'));
                    if (row === undefined) throw toolingErrors.noRecord();
                    transaction.write(object, row[0] as string, row, 'purged');
                });
                return empty();
            }),
        ];
    });
}

function write<T>(host: HostedOrg, work: (transaction: OrgTransaction) => T): T {
    const { transaction } = host.org.openTransaction();
    try {
        const result = work(transaction);
        transaction.commit();
        return result;
    } catch (error) {
        transaction.rollback();
        throw error;
    }
}

function valuesOf(object: ObjectSchema, body: Readonly<Record<string, unknown>>): Record<string, StoredValue> {
    return Object.fromEntries(
        Object.entries(body)
            .filter(([name]) => name !== 'attributes')
            .map(([name, value]) => {
                const field: FieldSchema | undefined = object.field(name);
                if (field === undefined) throw toolingErrors.noSuchColumn(name, object.name);
                return [field.name, toStoredValue(field.type, fieldValue(field, value))];
            }),
    );
}
