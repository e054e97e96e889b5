import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { HostedOrg } from '../org/hosted-org.ts';
import { ApiError } from '../routing/api-error.ts';

/** @throws ApiError 404, as for every resource that does not exist */
export function requireObject({ org }: HostedOrg, name: string): ObjectSchema {
    const object = org.schema.object(name, org.options.namespace);
    if (object === undefined) throw new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return object;
}

/** For requests that name the type in their body. @throws ApiError 400 INVALID_TYPE */
export function requireType({ org }: HostedOrg, name: string): ObjectSchema {
    const object = org.schema.object(name, org.options.namespace);
    if (object === undefined) throw new ApiError(400, 'INVALID_TYPE', `sObject type '${name}' is not supported.`);
    return object;
}
