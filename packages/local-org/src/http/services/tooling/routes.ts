import { json } from '../../routing/reply.ts';
import { dataRoute, type Service } from '../../routing/service.ts';
import type { ServiceContext } from '../service-context.ts';
import { anonymousJson } from './model.ts';

/** What the Tooling API has beside queries and records. */
export function toolingService({ host }: ServiceContext): Service {
    return {
        name: 'tooling',
        routes: [
            dataRoute('GET', '/tooling/executeAnonymous', async (request) => {
                const text = request.query.get('anonymousBody') ?? '';
                return json(anonymousJson(await host.live.run(host.anonymous.executing(text, request.userId))));
            }),
        ],
    };
}
