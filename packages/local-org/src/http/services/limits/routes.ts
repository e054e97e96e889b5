import { json } from '../../routing/reply.ts';
import { dataRoute, type Service } from '../../routing/service.ts';
import type { ServiceContext } from '../service-context.ts';
import { orgLimits } from './model.ts';

export function limitsService({ host, sessions }: ServiceContext): Service {
    return {
        name: 'limits',
        routes: [dataRoute('GET', '/limits', () => json(orgLimits(host, sessions)))],
    };
}
