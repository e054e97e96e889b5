import { json, text } from '../../routing/reply.ts';
import { dataRoute, type Service } from '../../routing/service.ts';
import { runAnonymous } from '../logs/run-anonymous.ts';
import type { ServiceContext } from '../service-context.ts';
import { toolingErrors } from './errors.ts';
import { anonymousJson } from './model.ts';
import { toolingRecordRoutes } from './tooling-records.ts';

/** What the Tooling API has beside queries, tests and the records that others have too. */
export function toolingService(context: ServiceContext): Service {
    const { host, logs } = context;
    return {
        name: 'tooling',
        routes: [
            dataRoute('GET', '/tooling/executeAnonymous', async (request) => {
                const code = request.query.get('anonymousBody') ?? '';
                const { result } = await runAnonymous(context, code, request.userId, `${request.param('version')}`);
                return json(anonymousJson(result));
            }),
            ...['', '/tooling'].map((prefix) =>
                dataRoute('GET', `${prefix}/sobjects/ApexLog/:id/Body`, (request) => {
                    const body = logs.body(request.param('id'));
                    if (body === null) throw toolingErrors.noRecord();
                    return text(body, 'text/plain;charset=UTF-8');
                }),
            ),
            ...toolingRecordRoutes(host),
        ],
    };
}
