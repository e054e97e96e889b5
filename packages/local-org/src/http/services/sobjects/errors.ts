import { ApiError } from '../../routing/api-error.ts';

export const sobjectErrors = {
    notFound: () => new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist'),
    /** Of an external id that no record has. */
    noRecord: () => new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist'),
    manyRecords: (urls: readonly string[]) => new ApiError(300, 'MULTIPLE_CHOICES', urls.join(', ')),
    malformedId: (id: string) => new ApiError(400, 'MALFORMED_ID', `Id: bad id ${id}`),
    noExternalId: (name: string) =>
        new ApiError(400, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`),
    noPassword: () => new ApiError(400, 'INVALID_NEW_PASSWORD', 'A new password is required'),
} as const;
