import type { OpenTransaction } from '../../../org.ts';
import type { ApiRequest } from '../../routing/api-request.ts';
import { json } from '../../routing/reply.ts';
import { recordJson } from '../../records/result-json.ts';
import { dataRoute, type Service } from '../../routing/service.ts';
import type { HttpReply } from '../../thread/messages.ts';
import type { ServiceContext } from '../service-context.ts';
import { toolingPlanner } from '../tooling/tooling-schema.ts';
import { columnMetadata } from './column-metadata.ts';
import { type Cursor, Cursors } from './cursors.ts';
import { queryErrors } from './errors.ts';
import { DEFAULT_PAGE, SMALLEST_PAGE } from './limits.ts';
import { pageOf, planOf, runApiQuery } from './model.ts';

/** SOQL over REST, of the data and of the Tooling API: the same rows answer both. */
export function queryService({ host }: ServiceContext): Service {
    const cursors = new Cursors();

    async function answerQuery(request: ApiRequest, prefix: string, allRows: boolean): Promise<HttpReply> {
        const text = request.query.get('q');
        if (text === null || text.trim() === '') throw queryErrors.queryRequired();
        if (request.query.get('columns') === 'true') {
            const queries = queriesOf(host.org.openTransaction({ userId: request.userId }), prefix);
            return json(columnMetadata(planOf(queries, text)));
        }
        const pageSize = pageSizeOf(request);
        const { userId } = request;
        return host.transact(userId, function* (session) {
            const queries = queriesOf(session.open, prefix);
            const answer = yield* runApiQuery(queries, text, { allRows, pageSize });
            if (answer.kind === 'paged') {
                const cursor = { userId, text, plan: answer.plan, ids: answer.ids, pageSize };
                const locator = cursors.open(cursor);
                return json(page({ ...cursor, openedAt: 0 }, locator, 0, queries, request.root + prefix));
            }
            const records = answer.records.map((record) => recordJson(record, request.root + prefix));
            return json({ totalSize: answer.count, done: true, records });
        });
    }

    function answerPage(request: ApiRequest, prefix: string): Promise<HttpReply> {
        const [locator = '', start = ''] = request.param('locator').split('-');
        const cursor = cursors.find(locator, request.userId);
        const position = Number(start);
        if (cursor === undefined || !Number.isInteger(position) || position >= cursor.ids.length) {
            throw queryErrors.invalidLocator();
        }
        return host.transact(request.userId, function* (session) {
            yield { kind: 'database', detail: 'query more' };
            return json(page(cursor, locator, position, queriesOf(session.open, prefix), request.root + prefix));
        });
    }

    const routes = ['', '/tooling'].flatMap((prefix) =>
        (['query', 'queryAll'] as const).flatMap((name) => [
            dataRoute('GET', `${prefix}/${name}`, (request) => answerQuery(request, prefix, name === 'queryAll')),
            dataRoute('GET', `${prefix}/${name}/:locator`, (request) => answerPage(request, prefix)),
        ]),
    );
    return { name: 'query', routes };
}

type Queries = Parameters<typeof pageOf>[0];

function page(cursor: Cursor, locator: string, start: number, queries: Queries, root: string): object {
    const { ids, plan, text, pageSize } = cursor;
    const end = Math.min(start + pageSize, ids.length);
    const done = end === ids.length;
    return {
        totalSize: ids.length,
        done,
        ...(!done && { nextRecordsUrl: `${root}/query/${locator}-${end}` }),
        records: pageOf(queries, plan, text, ids.slice(start, end)).map((record) => recordJson(record, root)),
    };
}

/** The Tooling API sees objects of its own beside those of the data. */
function queriesOf({ database }: OpenTransaction, prefix: string): Queries {
    const { queries } = database;
    return prefix === '' ? queries : { ...queries, planner: toolingPlanner(queries.schema) };
}

/** `Sforce-Query-Options: batchSize=500` */
function pageSizeOf(request: ApiRequest): number {
    const wanted = /batchSize\s*=\s*(\d+)/i.exec(request.header('sforce-query-options') ?? '')?.[1];
    if (wanted === undefined) return DEFAULT_PAGE;
    return Math.min(DEFAULT_PAGE, Math.max(SMALLEST_PAGE, Number(wanted)));
}
