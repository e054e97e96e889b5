import { json } from '../../routing/reply.ts';
import { dataRoute, type Service } from '../../routing/service.ts';
import type { ServiceContext } from '../service-context.ts';
import { resourceMap, versionEntries } from './model.ts';

export function versionsService({ host }: ServiceContext): Service {
    return {
        name: 'versions',
        routes: [
            { method: 'GET', path: '/services/data', access: 'everybody', answer: () => json(versionEntries()) },
            dataRoute('GET', '', (request) => {
                const identity = `${host.settings.baseUrl}/id/${host.org.ids.organizationId}/${request.userId}`;
                return json(resourceMap(request.root, identity));
            }),
        ],
    };
}
