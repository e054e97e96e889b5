import type { Service } from '../../routing/service.ts';
import type { ServiceContext } from '../service-context.ts';

/** Classes with `@RestResource`: what they answer is theirs, status and headers included. */
export function apexRestService({ host }: ServiceContext): Service {
    return {
        name: 'apex-rest',
        routes: [
            {
                method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
                path: '/services/apexrest/*',
                answer: async (request) => {
                    const { method, path, query, headers, remoteAddress } = request.http;
                    const { userId } = request;
                    const body = request.http.body ?? new Uint8Array();
                    const call = { method, path, query, headers, body, userId, remoteAddress };
                    const { status, headers: given, body: answer } = await host.live.run(host.rest.requesting(call));
                    const lower = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value] as const);
                    return { status, headers: Object.fromEntries(lower), body: answer.length === 0 ? null : answer };
                },
            },
        ],
    };
}
