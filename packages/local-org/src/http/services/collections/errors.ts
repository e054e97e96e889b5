import { ApiError } from '../../routing/api-error.ts';
import { MAXIMUM_RECORDS } from './limits.ts';

export const collectionErrors = {
    tooManyRecords: () =>
        new ApiError(
            400,
            'EXCEEDED_ID_LIMIT',
            `record limit reached. cannot submit more than ${MAXIMUM_RECORDS} records into this call`,
        ),
    noRecords: () => new ApiError(400, 'INVALID_INPUT', 'The request has no records'),
    noType: () => new ApiError(400, 'INVALID_TYPE', 'Required attribute not specified: type'),
    noIds: () => new ApiError(400, 'MALFORMED_ID', 'The ids parameter is required'),
    noReference: () => new ApiError(400, 'INVALID_INPUT', 'Include a reference ID with each record in the request'),
} as const;
