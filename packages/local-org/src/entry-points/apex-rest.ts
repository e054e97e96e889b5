import { drive, type MethodDescriptor, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexRuntime } from '../apex/apex-runtime.ts';
import type { ApexSession } from '../apex/apex-session.ts';
import { STACK_DEPTH_HEADER } from '../callouts/wire-request.ts';
import { hasClassAccess } from '../users/class-access.ts';
import { callApex } from '../jobs/run/call-apex.ts';
import { annotationOf } from './annotations.ts';
import { READ_ONLY_LIMITS } from './read-only-limits.ts';
import { readParameters } from './rest/read-parameters.ts';
import { restRequestOf, restResponseOf } from './rest/rest-context.ts';
import { RestError, restErrors } from './rest/rest-errors.ts';
import { type ApexRestRequest, type ApexRestResponse, JSON_CONTENT, type RestReply } from './rest/rest-message.ts';
import { replyOf } from './rest/rest-reply.ts';
import { REST_ROOT, type RestResource, RestResources } from './rest/rest-resources.ts';
import { exceptionSentence, uncaughtException } from './uncaught.ts';

/**
 * Apex REST: each request is a transaction of its own as the given user, committed when the method returns and rolled back
 * when an exception leaves it. A method that catches its exceptions and sets a status of 500 keeps what it wrote.
 */
export class ApexRest {
    private readonly runtime: ApexRuntime;
    private readonly resources: RestResources;

    constructor(runtime: ApexRuntime) {
        this.runtime = runtime;
        this.resources = new RestResources(runtime.program.registry);
    }

    /** Answers at once. */
    request(request: ApexRestRequest): ApexRestResponse {
        return drive(this.requesting(request));
    }

    /**
     * Answers as a computation that can be set aside where Apex waits. Every failure of the request or of Apex is an answer;
     * only a defect of the org is thrown.
     */
    *requesting(request: ApexRestRequest): Generator<Waiting, ApexRestResponse, void> {
        const log: string[] = [];
        return { ...(yield* this.answering(request, log)), log };
    }

    private *answering(request: ApexRestRequest, log: string[]): Generator<Waiting, RestReply, void> {
        try {
            const verb = verbOf(request);
            const resource = this.resourceOf(request);
            const method = methodOf(resource, verb);
            return yield* this.calling({ ...request, method: verb }, resource, method, log);
        } catch (thrown) {
            if (thrown instanceof RestError) return thrown.reply;
            const exception = uncaughtException(thrown);
            if (exception === null) throw thrown;
            const stack = exception.getstacktracestring$();
            return restErrors.apexError(`${exceptionSentence(exception)}\n\n${stack}`).reply;
        }
    }

    private resourceOf({ path }: ApexRestRequest): RestResource {
        const decoded = path.startsWith(`${REST_ROOT}/`) ? decodedPath(path.slice(REST_ROOT.length)) : null;
        const resource = decoded === null ? undefined : this.resources.find(decoded);
        if (resource === undefined) throw restErrors.notFound();
        return resource;
    }

    private *calling(
        request: ApexRestRequest,
        resource: RestResource,
        method: MethodDescriptor,
        log: string[],
    ): Generator<Waiting, RestReply, void> {
        const { userId } = request;
        const isReadOnly = annotationOf(method.annotations, 'readonly') !== undefined;
        const body = Buffer.from(request.body ?? '');
        const takesBody = method.parameterNames.length > 0;
        const response = restResponseOf();
        const start = {
            ...(userId !== undefined && { userId }),
            ...(isReadOnly && { limits: READ_ONLY_LIMITS }),
            calloutDepth: calloutDepthOf(request),
            request: {
                quiddity: 'REST',
                restRequest: restRequestOf(request, resource, takesBody ? Buffer.alloc(0) : body),
                restResponse: response,
            },
            debug: (_level: string, message: string) => void log.push(message),
        };
        const implementation = this.runtime.program.implementation(resource.type);
        return yield* this.runtime.request(start, function* (session) {
            refuseWithoutAccess(session, resource);
            const values = takesBody ? readParameters(method, jsonText(request, body)) : [];
            const value = yield* callApex(session, implementation, method.key, ...values);
            return replyOf(method, value, session.restResponse ?? response);
        });
    }
}

/** Clients that cannot send PATCH name it in a parameter of a POST (REST API Developer Guide, "_HttpMethod"). */
function verbOf({ method, query }: ApexRestRequest): string {
    const instead = method === 'POST' ? new URLSearchParams(query ?? '').get('_HttpMethod') : null;
    return instead?.toUpperCase() ?? method;
}

/** How many callouts led here: the platform numbers them in a header. */
function calloutDepthOf({ headers = {} }: ApexRestRequest): number {
    const sent = Object.entries(headers).find(([name]) => name.toUpperCase() === STACK_DEPTH_HEADER)?.[1];
    const depth = Number.parseInt(sent ?? '', 10);
    return Number.isNaN(depth) ? 0 : depth;
}

/** null: the escapes in it are broken. */
function decodedPath(path: string): string | null {
    try {
        return decodeURIComponent(path);
    } catch {
        return null;
    }
}

function methodOf({ methods }: RestResource, verb: string): MethodDescriptor {
    const method = methods.get(verb);
    if (method === undefined) throw restErrors.methodNotAllowed(verb, [...methods.keys()]);
    return method;
}

function refuseWithoutAccess({ open, options }: ApexSession, { type }: RestResource): void {
    if (!hasClassAccess(open, options.org.schema, type)) throw restErrors.noClassAccess(type.simpleName);
}

function jsonText({ headers = {} }: ApexRestRequest, body: Buffer): string {
    const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
    const type = (entry?.[1] ?? JSON_CONTENT).split(';')[0]?.trim() ?? '';
    if (body.length > 0 && type.toLowerCase() !== 'application/json') throw restErrors.unsupportedContent(type);
    return body.toString('utf8');
}
