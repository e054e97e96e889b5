import {
    ApexBlob,
    ApexMap,
    type DataObject,
    primitiveType,
    restRequestType,
    restResponseType,
} from '@sw-studio/apex/runtime';
import type { ApexRestRequest } from './rest-message.ts';
import { REST_ROOT, type RestResource } from './rest-resources.ts';

/** Names of HTTP headers mean the same in any case; they are listed as they were sent. */
class HeaderMap extends ApexMap {
    private readonly spellings = new Map<string, string>();

    constructor() {
        super(primitiveType('String'), primitiveType('String'));
    }

    override get(name: unknown): unknown {
        return super.get(this.spelled(name));
    }

    override containsKey(name: unknown): boolean {
        return super.containsKey(this.spelled(name));
    }

    override put(name: unknown, value: unknown): unknown {
        const lower = String(name).toLowerCase();
        if (!this.spellings.has(lower)) this.spellings.set(lower, String(name));
        return super.put(this.spelled(name), value);
    }

    override remove(name: unknown): unknown {
        return super.remove(this.spelled(name));
    }

    private spelled(name: unknown): unknown {
        return this.spellings.get(String(name).toLowerCase()) ?? name;
    }
}

/** `RestContext.request`. Where the body became parameters of the method, it is empty (Apex Reference, "RestRequest"). */
export function restRequestOf(request: ApexRestRequest, resource: RestResource, body: Uint8Array): DataObject {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers ?? {})) headers.put(name, value);
    const params = new ApexMap(primitiveType('String'), primitiveType('String'));
    for (const [name, value] of new URLSearchParams(request.query ?? '')) params.put(name, value);
    return restRequestType.create({
        headers,
        params,
        httpMethod: request.method,
        remoteAddress: request.remoteAddress ?? '127.0.0.1',
        requestBody: new ApexBlob(body),
        requestURI: request.path.slice(REST_ROOT.length),
        resourcePath: resource.resourcePath,
    });
}

/** `RestContext.response`, which the method fills. */
export function restResponseOf(): DataObject {
    return restResponseType.create({ headers: new HeaderMap() });
}
