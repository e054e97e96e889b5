import type { ApiRequest } from '../../routing/api-request.ts';
import { json } from '../../routing/reply.ts';
import { dataRoute, type Service } from '../../routing/service.ts';
import type { ServiceContext } from '../service-context.ts';
import { compositeErrors } from './errors.ts';
import { BATCH_REQUESTS, COMPOSITE_REQUESTS } from './limits.ts';
import { answerInner, type InnerRequest } from './model.ts';
import { MissingReference, resolveReferences } from './references.ts';

interface CompositeBody {
    readonly compositeRequest?: readonly (InnerRequest & { readonly referenceId?: string })[];
}

interface BatchBody {
    readonly haltOnError?: boolean;
    readonly batchRequests?: readonly { readonly method: string; readonly url: string; readonly richInput?: unknown }[];
}

/**
 * Several requests in one. Each inner request is a transaction of its own; `allOrNone` of a composite request is refused,
 * since what the earlier ones committed could not be taken back.
 */
export function compositeService(context: ServiceContext): Service {
    return {
        name: 'composite',
        routes: [
            dataRoute('POST', '/composite', async (request) =>
                json({ compositeResponse: await composite(context, request) }),
            ),
            dataRoute('POST', '/composite/batch', async (request) => json(await batch(context, request))),
        ],
    };
}

async function composite({ router }: ServiceContext, request: ApiRequest): Promise<unknown[]> {
    const body = request.json<CompositeBody & { allOrNone?: boolean }>();
    const inner = checked(body.compositeRequest, COMPOSITE_REQUESTS);
    if (body.allOrNone === true) throw compositeErrors.allOrNone();
    const answers = new Map<string, unknown>();
    const replies: unknown[] = [];
    for (const { referenceId, ...each } of inner) {
        if (referenceId === undefined) throw compositeErrors.noReference();
        const { status, headers, body: answer } = await answerReferring(router, request, each, answers);
        if (status < 300) answers.set(referenceId, answer);
        replies.push({ body: answer, httpHeaders: headers, httpStatusCode: status, referenceId });
    }
    return replies;
}

async function answerReferring(
    router: ServiceContext['router'],
    request: ApiRequest,
    inner: InnerRequest,
    answers: ReadonlyMap<string, unknown>,
): ReturnType<typeof answerInner> {
    try {
        return await answerInner(router, request, resolveReferences(inner, answers));
    } catch (error) {
        if (!(error instanceof MissingReference)) throw error;
        return { status: 400, headers: {}, body: [compositeErrors.invalidReference(error.expression)] };
    }
}

async function batch({ router }: ServiceContext, request: ApiRequest): Promise<object> {
    const { batchRequests, haltOnError = false } = request.json<BatchBody>();
    const results: { statusCode: number; result: unknown }[] = [];
    let hasErrors = false;
    for (const { method, url, richInput } of checked(batchRequests, BATCH_REQUESTS)) {
        if (hasErrors && haltOnError) {
            results.push({ statusCode: 412, result: [compositeErrors.haltedBatch()] });
            continue;
        }
        const path = url.startsWith('/services') ? url : `/services/data/${url.replace(/^\//, '')}`;
        const inner = { method, url: path, ...(richInput !== undefined && { body: richInput }) };
        const { status, body } = await answerInner(router, request, inner);
        hasErrors ||= status >= 400;
        results.push({ statusCode: status, result: body });
    }
    return { hasErrors, results };
}

function checked<Each>(requests: readonly Each[] | undefined, maximum: number): readonly Each[] {
    if (requests === undefined || requests.length === 0) throw compositeErrors.none();
    if (requests.length > maximum) throw compositeErrors.tooMany(maximum);
    return requests;
}
