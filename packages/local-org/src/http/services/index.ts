import type { Service } from '../routing/service.ts';
import { apexRestService } from './apex-rest/routes.ts';
import { bulkService } from './bulk/routes.ts';
import { collectionsService } from './collections/routes.ts';
import { compositeService } from './composite/routes.ts';
import { limitsService } from './limits/routes.ts';
import { metadataService } from './metadata/routes.ts';
import { oauthService } from './oauth/routes.ts';
import { pageService } from './pages/routes.ts';
import { queryService } from './query/routes.ts';
import type { ServiceContext } from './service-context.ts';
import { sobjectsService } from './sobjects/routes.ts';
import { soapService } from './soap/routes.ts';
import { testRunsService } from './test-runs/routes.ts';
import { toolingService } from './tooling/routes.ts';
import { versionsService } from './versions/routes.ts';

/** Every API of the org. */
export function allServices(context: ServiceContext): Service[] {
    const makers = [
        versionsService,
        oauthService,
        queryService,
        sobjectsService,
        collectionsService,
        compositeService,
        bulkService,
        soapService,
        metadataService,
        limitsService,
        apexRestService,
        toolingService,
        testRunsService,
        pageService,
    ];
    return makers.map((make) => make(context));
}
