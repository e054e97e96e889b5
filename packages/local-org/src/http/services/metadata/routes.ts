import { elements, text, texts, element } from '../../../metadata/xml.ts';
import { commonErrors } from '../../routing/api-error.ts';
import { json } from '../../routing/reply.ts';
import { dataRoute, type Route, type Service } from '../../routing/service.ts';
import type { ServiceContext } from '../service-context.ts';
import type { SoapValue } from '../soap/envelope.ts';
import { type SoapOperation, soapRoutes } from '../soap/operation.ts';
import { describeMetadata, listMetadata, retrieve, type Retrieved } from './components.ts';
import { readMultipart, soapDeployOptions } from './deploy-request.ts';
import { Deployments } from './deployments.ts';
import { metadataErrors } from './errors.ts';
import { deployResult } from './model.ts';

/** Metadata over SOAP, and deployments over REST. */
export function metadataService(context: ServiceContext): Service {
    const deployments = new Deployments(context.host, (error) => context.notify('defect', String(error)));
    const operations = { ...deployOperations(context, deployments), ...retrieveOperations(context) };
    return {
        name: 'metadata',
        routes: [...soapRoutes(context, 'metadata', 'm', operations), ...restRoutes(context, deployments)],
    };
}

function deployOperations({ host }: ServiceContext, deployments: Deployments): Readonly<Record<string, SoapOperation>> {
    return {
        deploy: {
            answer({ parameters }, { userId }) {
                const zip = Buffer.from(text(parameters, 'ZipFile') ?? '', 'base64');
                const { id } = deployments.start(userId, zip, soapDeployOptions(parameters));
                return { body: { result: { done: false, id, state: 'Queued' } } };
            },
        },
        checkDeployStatus: {
            answer({ parameters }) {
                const id = text(parameters, 'asyncProcessId') ?? '';
                const deployment = deployments.find(id);
                if (deployment === undefined) throw metadataErrors.unknownId(id);
                return { body: { result: deployResult(host, deployment) as SoapValue } };
            },
        },
    };
}

function retrieveOperations({ host }: ServiceContext): Readonly<Record<string, SoapOperation>> {
    const retrieved = new Map<string, Retrieved>();
    return {
        retrieve: {
            answer({ parameters }) {
                const manifest = element(element(parameters, 'request') ?? {}, 'unpackaged') ?? {};
                const types = elements(manifest, 'types').map((each) => ({
                    name: text(each, 'name') ?? '',
                    members: texts(each, 'members'),
                }));
                const id = host.org.store.ids.next('09S');
                retrieved.set(id, retrieve(host, types));
                return { body: { result: { done: false, id, state: 'Queued' } } };
            },
        },
        checkRetrieveStatus: {
            answer({ parameters }) {
                const id = text(parameters, 'asyncProcessId') ?? '';
                const found = retrieved.get(id);
                if (found === undefined) throw metadataErrors.unknownId(id);
                const zipFile = Buffer.from(found.zip).toString('base64');
                const result = {
                    done: true,
                    id,
                    messages: found.messages,
                    status: 'Succeeded',
                    success: true,
                    zipFile,
                };
                return { body: { result } };
            },
        },
        listMetadata: {
            answer({ parameters }) {
                const types = elements(parameters, 'queries').map((query) => text(query, 'type') ?? '');
                return { body: listMetadata(host, types) };
            },
        },
        describeMetadata: { answer: () => ({ body: { result: describeMetadata(host) } }) },
    };
}

function restRoutes({ host }: ServiceContext, deployments: Deployments): Route[] {
    return [
        dataRoute('POST', '/metadata/deployRequest', async (request) => {
            const { zip, options } = await readMultipart(request);
            const { id } = deployments.start(request.userId, zip, options);
            return json({ id, deployOptions: options }, 201);
        }),
        dataRoute('GET', '/metadata/deployRequest/:id', (request) => {
            const deployment = deployments.find(request.param('id'));
            if (deployment === undefined) throw commonErrors.notFound();
            return json({ id: deployment.id, deployResult: deployResult(host, deployment) });
        }),
    ];
}
