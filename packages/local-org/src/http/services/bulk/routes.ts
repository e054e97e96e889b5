import type { ApiRequest } from '../../routing/api-request.ts';
import { empty, json } from '../../routing/reply.ts';
import { dataRoute, type Route, type Service } from '../../routing/service.ts';
import type { HttpReply } from '../../thread/messages.ts';
import { planOf } from '../query/model.ts';
import type { ServiceContext } from '../service-context.ts';
import { bulkErrors } from './errors.ts';
import { type BulkJob, jobJson, type JobState } from './job.ts';
import type { JobFile } from './job-folder.ts';
import { BulkJobs } from './jobs.ts';
import { DEFAULT_RESULT_ROWS } from './limits.ts';
import { ingestJob, type JobBody, queryJob } from './model.ts';

const CSV = { 'content-type': 'text/csv' };
const DONE: ReadonlySet<JobState> = new Set(['JobComplete', 'Failed', 'Aborted']);
const RESULTS = [
    ['successfulResults', 'successful'],
    ['failedResults', 'failed'],
    ['unprocessedrecords', 'unprocessed'],
] as const satisfies (readonly [string, JobFile])[];

/** Bulk API 2.0: uploads and results are files, whatever their length. */
export function bulkService(context: ServiceContext): Service {
    const jobs = new BulkJobs(context.host, (error) => context.notify('defect', String(error)));
    return {
        name: 'bulk',
        routes: [
            ...ingestRoutes(context, jobs),
            ...queryRoutes(context, jobs),
            ...commonRoutes(jobs, 'ingest'),
            ...commonRoutes(jobs, 'query'),
        ],
    };
}

function ingestRoutes({ host }: ServiceContext, jobs: BulkJobs): Route[] {
    const jobOf = (request: ApiRequest): BulkJob => jobs.require(request.param('id'), 'ingest', request.userId);
    return [
        dataRoute('POST', '/jobs/ingest', (request) => {
            const start = ingestJob(host, request.json<JobBody>());
            return json(jobJson(jobs.create({ ...start, ...by(request), state: 'Open' })));
        }),
        dataRoute('PUT', '/jobs/ingest/:id/batches', (request) => {
            jobs.upload(jobOf(request), request.http.body, request.http.bodyFile);
            return { status: 201, headers: {}, body: null };
        }),
        ...RESULTS.map(([path, file]) =>
            dataRoute('GET', `/jobs/ingest/:id/${path}`, (request) => {
                const job = jobOf(request);
                if (!DONE.has(job.state)) throw bulkErrors.notDone(job.state);
                return whole(jobs, job, file);
            }),
        ),
    ];
}

function queryRoutes({ host }: ServiceContext, jobs: BulkJobs): Route[] {
    return [
        dataRoute('POST', '/jobs/query', (request) => {
            const body = request.json<JobBody>();
            const { queries } = host.org.openTransaction({ userId: request.userId }).database;
            const plan = planOf(queries, body.query ?? '');
            const job = jobs.create({ ...queryJob(body, plan.object.name), ...by(request), state: 'UploadComplete' });
            const answer = json(jobJson(job));
            jobs.start(job);
            return answer;
        }),
        dataRoute('GET', '/jobs/query/:id/results', (request) => {
            const job = jobs.require(request.param('id'), 'query', request.userId);
            if (job.state !== 'JobComplete') throw bulkErrors.notDone(job.state);
            return part(jobs, job, request);
        }),
    ];
}

function commonRoutes(jobs: BulkJobs, kind: BulkJob['kind']): Route[] {
    const jobOf = (request: ApiRequest): BulkJob => jobs.require(request.param('id'), kind, request.userId);
    return [
        dataRoute('GET', `/jobs/${kind}`, (request) => {
            const own = jobs.all(kind).filter(({ userId }) => userId === request.userId);
            return json({ done: true, records: own.map(jobJson), nextRecordsUrl: null });
        }),
        dataRoute('GET', `/jobs/${kind}/:id`, async (request) => {
            const job = jobOf(request);
            await jobs.settle(job);
            return json(jobJson(job));
        }),
        dataRoute('PATCH', `/jobs/${kind}/:id`, (request) => {
            const job = jobOf(request);
            const { state } = request.json<{ state: JobState }>();
            jobs.changeState(job, state);
            return json({ ...jobJson(job), state });
        }),
        dataRoute('DELETE', `/jobs/${kind}/:id`, (request) => {
            jobs.remove(jobOf(request));
            return empty();
        }),
    ];
}

function by(request: ApiRequest): Pick<BulkJob, 'userId' | 'apiVersion'> {
    return { userId: request.userId, apiVersion: Number.parseInt(request.param('version'), 10) };
}

function whole({ folder }: BulkJobs, { id }: BulkJob, name: JobFile): HttpReply {
    const size = folder.size(id, name);
    if (size === 0) return { status: 200, headers: CSV, body: '' };
    return {
        status: 200,
        headers: { ...CSV, 'content-length': String(size) },
        body: null,
        file: { path: folder.path(id, name) },
    };
}

/** Rows from the locator on, the header before them. The locator is the number of the first row. */
function part({ folder }: BulkJobs, job: BulkJob, request: ApiRequest): HttpReply {
    const first = Number(request.query.get('locator') ?? 0);
    const count = Number(request.query.get('maxRecords') ?? DEFAULT_RESULT_ROWS);
    const total = job.processed;
    const end = Math.min(first + count, total);
    const size = folder.size(job.id, 'results');
    const firstRow = total === 0 ? size : (folder.offset(job.id, 0) ?? size);
    const from = first === 0 ? 0 : (folder.offset(job.id, first) ?? size);
    const to = end >= total ? size : (folder.offset(job.id, end) ?? size);
    const headers = {
        ...CSV,
        'sforce-locator': end >= total ? 'null' : String(end),
        'sforce-numberofrecords': String(end - first),
    };
    const path = folder.path(job.id, 'results');
    const prefix = first === 0 ? {} : { prefix: folder.head(job.id, 'results', firstRow) };
    return { status: 200, headers, body: null, file: { path, range: [from, to - 1], ...prefix } };
}
