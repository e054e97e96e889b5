import { ApiError } from '../../routing/api-error.ts';

export const compositeErrors = {
    tooMany: (maximum: number) =>
        new ApiError(400, 'LIMIT_EXCEEDED', `The request cannot have more than ${maximum} subrequests`),
    none: () => new ApiError(400, 'INVALID_INPUT', 'The request has no subrequests'),
    noReference: () => new ApiError(400, 'INVALID_INPUT', 'Each subrequest needs a referenceId'),
    invalidReference: (expression: string) => ({
        errorCode: 'PROCESSING_HALTED',
        message: `Invalid reference specified. No value for ${expression} found`,
    }),
    haltedBatch: () => ({
        errorCode: 'BATCH_PROCESSING_HALTED',
        message: 'Batch processing halted per request',
    }),
    allOrNone: () =>
        new ApiError(
            400,
            'FEATURE_NOT_ENABLED',
            'The local org commits each subrequest by itself, so allOrNone cannot be kept. Use composite/sobjects or composite/tree.',
        ),
} as const;
