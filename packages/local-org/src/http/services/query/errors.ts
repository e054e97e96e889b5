import { ApiError } from '../../routing/api-error.ts';

export const queryErrors = {
    queryRequired: () => new ApiError(400, 'MALFORMED_QUERY', 'A query string has to be specified'),
    invalidLocator: () => new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator'),
} as const;
