import type { HostedOrg } from '../../org/hosted-org.ts';
import { bulkErrors } from './errors.ts';
import type { BulkJob, Delimiter, IngestOperation, QueryOperation } from './job.ts';
import { DELIMITERS } from './job.ts';

export interface JobBody {
    readonly object?: string;
    readonly operation?: string;
    readonly externalIdFieldName?: string;
    readonly columnDelimiter?: string;
    readonly lineEnding?: string;
    readonly query?: string;
}

const INGEST: ReadonlySet<string> = new Set<IngestOperation>(['insert', 'update', 'upsert', 'delete', 'hardDelete']);
const QUERY: ReadonlySet<string> = new Set<QueryOperation>(['query', 'queryAll']);

type Start = Pick<
    BulkJob,
    'kind' | 'operation' | 'object' | 'externalIdFieldName' | 'query' | 'columnDelimiter' | 'lineEnding'
>;

/** @throws ApiError for what the job cannot be */
export function ingestJob({ org }: HostedOrg, body: JobBody): Start {
    const { operation = '', externalIdFieldName = null } = body;
    if (!INGEST.has(operation)) throw bulkErrors.unknownOperation(operation);
    const { namespace } = org.options;
    const object = org.schema.object(body.object ?? '', namespace);
    if (object === undefined) throw bulkErrors.unknownObject(body.object ?? '');
    if (operation === 'upsert') {
        const key = object.fieldIn(externalIdFieldName ?? '', namespace);
        if (key === undefined || !(key.externalId || key.idLookup || key.slot === 0)) {
            throw bulkErrors.noExternalId(externalIdFieldName ?? '');
        }
    }
    return {
        kind: 'ingest',
        operation: operation as IngestOperation,
        object: object.name,
        externalIdFieldName: operation === 'upsert' ? externalIdFieldName : null,
        query: null,
        ...formatOf(body),
    };
}

/** @param objectName that the query selects from */
export function queryJob(body: JobBody, objectName: string): Start {
    const { operation = 'query', query = '' } = body;
    if (!QUERY.has(operation)) throw bulkErrors.unknownOperation(operation);
    return {
        kind: 'query',
        operation: operation as QueryOperation,
        object: objectName,
        externalIdFieldName: null,
        query,
        ...formatOf(body),
    };
}

function formatOf({
    columnDelimiter = 'COMMA',
    lineEnding = 'LF',
}: JobBody): Pick<Start, 'columnDelimiter' | 'lineEnding'> {
    const delimiter = columnDelimiter in DELIMITERS ? (columnDelimiter as Delimiter) : 'COMMA';
    return { columnDelimiter: delimiter, lineEnding: lineEnding === 'CRLF' ? 'CRLF' : 'LF' };
}
