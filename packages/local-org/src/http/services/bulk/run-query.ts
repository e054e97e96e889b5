import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Waiting } from '@sw-studio/apex/runtime';
import type { Output, QueryPlan, ResultRecord } from '@sw-studio/soql';
import type { SoqlObjectView } from '../../../schema/soql-schema.ts';
import type { StoredValue } from '../../../store/stored-row.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { storedToText } from '../../records/stored-json.ts';
import { pageOf, runApiQuery } from '../query/model.ts';
import { CsvFile } from './csv-file.ts';
import { type BulkJob, DELIMITERS } from './job.ts';
import { type JobFolder, offsetBytes } from './job-folder.ts';
import { QUERY_CHUNK } from './limits.ts';

/** Writes the rows of a query into a file, a page of them in memory at a time. */
export async function runQueryJob(
    host: HostedOrg,
    folder: JobFolder,
    job: BulkJob,
    isAborted: () => boolean,
): Promise<void> {
    const { id, userId, columnDelimiter, lineEnding } = job;
    const text = job.query ?? '';
    const file = new CsvFile(folder.path(id, 'results'), { delimiter: DELIMITERS[columnDelimiter], lineEnding });
    const index = createWriteStream(folder.path(id, 'offsets'));
    const append = async (records: readonly ResultRecord[]): Promise<void> => {
        index.write(offsetBytes(await file.write(records.map(textRow))));
        job.processed += records.length;
        folder.save(job);
    };
    try {
        const options = { allRows: job.operation === 'queryAll', pageSize: QUERY_CHUNK };
        const answer = await host.transact(userId, ({ open }) => runApiQuery(open.database.queries, text, options));
        await file.write([columnsOf(answer.plan)]);
        if (answer.kind === 'whole') await append(answer.records);
        else {
            for (let start = 0; start < answer.ids.length && !isAborted(); start += QUERY_CHUNK) {
                const ids = answer.ids.slice(start, start + QUERY_CHUNK);
                await append(
                    await host.transact(userId, ({ open }) => readPage(open.database.queries, answer.plan, text, ids)),
                );
            }
        }
    } finally {
        index.end();
        await Promise.all([file.close(), once(index, 'close')]);
    }
}

function* readPage(
    queries: Parameters<typeof pageOf>[0],
    plan: QueryPlan,
    text: string,
    ids: readonly string[],
): Generator<Waiting, ResultRecord[], void> {
    yield { kind: 'database', detail: 'query more' };
    return pageOf(queries, plan, text, ids);
}

function columnsOf({ shape }: QueryPlan): string[] {
    return shape.outputs.flatMap((output) => columnNames(output, (shape.object as SoqlObjectView).schema));
}

function columnNames(output: Output, schema: SoqlObjectView['schema']): string[] {
    if (output.kind === 'field') {
        return [output.field === undefined ? output.name : (schema.fields[output.field.slot]?.name ?? output.name)];
    }
    if (output.kind !== 'parent') return [output.name];
    const [shape] = output.shapes;
    if (shape === undefined) return [output.name];
    const parent = (shape.object as SoqlObjectView).schema;
    return shape.outputs.flatMap((inner) => columnNames(inner, parent).map((name) => `${output.name}.${name}`));
}

function textRow(record: ResultRecord): string[] {
    return record.shape.outputs.flatMap((output, index) => cells(output, record, index));
}

function cells(output: Output, record: ResultRecord, index: number): string[] {
    const value = record.values[index];
    if (output.kind === 'field')
        return [output.field === undefined ? '' : storedToText(output.field.type, value as StoredValue)];
    if (output.kind === 'expression') return [storedToText(output.type, value as StoredValue)];
    if (output.kind !== 'parent') return [typeof value === 'string' ? value : ''];
    if (value !== null && value !== undefined) return textRow(value as ResultRecord);
    return columnNames(output, (record.object as SoqlObjectView).schema).map(() => '');
}
