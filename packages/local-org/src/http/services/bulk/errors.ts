import { ApiError } from '../../routing/api-error.ts';

export const bulkErrors = {
    noJob: (id: string) => new ApiError(404, 'NOT_FOUND', `Unable to find job ${id}`),
    unknownOperation: (name: string) =>
        new ApiError(400, 'INVALIDJOB', `InvalidJob : Operation not supported: ${name}`),
    unknownObject: (name: string) => new ApiError(400, 'INVALIDENTITY', `InvalidEntity : '${name}' is not supported.`),
    noExternalId: (name: string) =>
        new ApiError(
            400,
            'INVALIDJOB',
            `InvalidJob : Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field`,
        ),
    notOpen: (state: string) =>
        new ApiError(
            400,
            'INVALIDJOBSTATE',
            `InvalidJobState : Data can be added to a job in the state Open alone; it is ${state}`,
        ),
    illegalState: (from: string, to: string) =>
        new ApiError(400, 'INVALIDJOBSTATE', `InvalidJobState : A job in the state ${from} cannot become ${to}`),
    notDone: (state: string) =>
        new ApiError(400, 'INVALIDJOBSTATE', `InvalidJobState : The job is ${state}; it has no results yet`),
    interrupted:
        'InternalServerError : The org was stopped while the job was in progress; rows without a result were not processed',
    unknownColumn: (name: string) => `InvalidBatch : Field name not found : ${name}`,
    noIdColumn: 'InvalidBatch : The Id column is missing',
} as const;
