import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { DmlRowOutcome, SObject } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../../schema/field-schema.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { saveRecords } from '../../records/save-records.ts';
import { ApiError } from '../../routing/api-error.ts';
import { CsvFile } from './csv-file.ts';
import { type BulkJob, DELIMITERS, type IngestOperation } from './job.ts';
import type { JobFolder } from './job-folder.ts';
import { CHUNK } from './limits.ts';
import { headerProblem, readRow } from './read-row.ts';

type Row = Readonly<Record<string, string>>;

interface Results {
    readonly successful: CsvFile;
    readonly failed: CsvFile;
    readonly unprocessed: CsvFile;
}

/** What one row became. */
interface RowResult {
    readonly row: Row;
    readonly id: string;
    readonly created: boolean;
    readonly error: string | null;
}

/** A job that fails as a whole. */
export class JobFailure extends Error {
    override readonly name = 'JobFailure';
}

/**
 * Saves the rows of an upload, chunk by chunk, each in a transaction of its own in which a row that is refused stands back
 * alone. Counts and results grow with each chunk.
 *
 * @throws JobFailure where the upload as a whole cannot be processed
 */
export async function runIngest(
    host: HostedOrg,
    folder: JobFolder,
    job: BulkJob,
    isAborted: () => boolean,
): Promise<void> {
    const object = host.org.schema.require(job.object);
    const delimiter = DELIMITERS[job.columnDelimiter];
    const format = { delimiter, lineEnding: job.lineEnding };
    const file = (name: 'successful' | 'failed' | 'unprocessed'): CsvFile =>
        new CsvFile(folder.path(job.id, name), format);
    const results: Results = {
        successful: file('successful'),
        failed: file('failed'),
        unprocessed: file('unprocessed'),
    };
    try {
        let columns: readonly string[] | null = null;
        for await (const rows of chunks(folder.path(job.id, 'upload'), delimiter)) {
            const names = Object.keys(rows[0] ?? {});
            if (columns === null) await begin(host, object, job, results, names);
            columns = names;
            if (isAborted()) await results.unprocessed.write(rows.map((row) => Object.values(row)));
            else await saveChunk(host, object, job, results, rows);
            folder.save(job);
        }
    } finally {
        for (const each of Object.values(results) as CsvFile[]) await each.close();
    }
}

async function begin(
    { org }: HostedOrg,
    object: ObjectSchema,
    { operation }: BulkJob,
    { successful, failed, unprocessed }: Results,
    columns: readonly string[],
): Promise<void> {
    const needsId = operation === 'update' || operation === 'delete' || operation === 'hardDelete';
    const problem = headerProblem(object, columns, org.options.namespace, needsId);
    if (problem !== null) throw new JobFailure(problem);
    await successful.write([['sf__Id', 'sf__Created', ...columns]]);
    await failed.write([['sf__Id', 'sf__Error', ...columns]]);
    await unprocessed.write([columns]);
}

async function saveChunk(
    host: HostedOrg,
    object: ObjectSchema,
    job: BulkJob,
    { successful, failed }: Results,
    rows: readonly Row[],
): Promise<void> {
    const results = await saveRows(host, object, job, rows);
    job.processed += results.length;
    job.failed += results.filter(({ error }) => error !== null).length;
    await successful.write(
        results
            .filter(({ error }) => error === null)
            .map(({ row, id, created }) => [id, String(created), ...Object.values(row)]),
    );
    await failed.write(
        results.flatMap(({ row, id, error }) => (error === null ? [] : [[id, error, ...Object.values(row)]])),
    );
}

async function saveRows(
    host: HostedOrg,
    object: ObjectSchema,
    job: BulkJob,
    rows: readonly Row[],
): Promise<RowResult[]> {
    const { schema, options } = host.org;
    const read = rows.map((row): SObject | ApiError => {
        try {
            return readRow(schema, object, row, options.namespace);
        } catch (error) {
            if (error instanceof ApiError) return error;
            throw error;
        }
    });
    const records = read.filter((record): record is SObject => !(record instanceof ApiError));
    const key =
        job.externalIdFieldName === null ? undefined : object.fieldIn(job.externalIdFieldName, options.namespace);
    const outcomes = (await save(host, job, records, key)).values();
    return read.map((record, index) => {
        const row = rows[index] ?? {};
        if (!(record instanceof ApiError)) return resultOf(row, outcomes.next().value, job.operation);
        const [error] = record.errors;
        return { row, id: '', created: false, error: `${error?.errorCode ?? ''}:${record.message}:--` };
    });
}

function save(
    host: HostedOrg,
    { userId, operation }: BulkJob,
    records: readonly SObject[],
    externalIdField: FieldSchema | undefined,
): Promise<DmlRowOutcome[]> {
    const verb = operation === 'hardDelete' ? 'delete' : (operation as Exclude<IngestOperation, 'hardDelete'>);
    return host.transact(
        userId,
        function* (session) {
            const saved = { operation: verb, records, allOrNone: false, ...(externalIdField && { externalIdField }) };
            const outcomes = yield* saveRecords(session, saved);
            if (operation === 'hardDelete') {
                const deleted = outcomes.flatMap(({ success, id }) => (success && id !== null ? [id] : []));
                yield* session.open.database.emptyRecycleBin(deleted);
            }
            return outcomes;
        },
        { request: { quiddity: 'BULK_API' } },
    );
}

function resultOf(row: Row, outcome: DmlRowOutcome | undefined, operation: BulkJob['operation']): RowResult {
    const { success = false, id = null, created = false, errors = [] } = outcome ?? {};
    if (success) return { row, id: id ?? '', created: created || operation === 'insert', error: null };
    const error = errors
        .map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.join(',') || '--'}`)
        .join(';');
    return { row, id: id ?? '', created: false, error };
}

async function* chunks(file: string, delimiter: string): AsyncGenerator<Row[]> {
    const parser = createReadStream(file).pipe(
        parse({ columns: true, delimiter, bom: true, relax_column_count: true, skip_empty_lines: true }),
    );
    let rows: Row[] = [];
    for await (const row of parser as AsyncIterable<Row>) {
        rows.push(row);
        if (rows.length < CHUNK) continue;
        yield rows;
        rows = [];
    }
    if (rows.length > 0) yield rows;
}
