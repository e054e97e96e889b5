import { ApiError } from '../../routing/api-error.ts';

export const toolingErrors = {
    noRecord: () => new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist'),
    noSuchColumn: (name: string, object: string) =>
        new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`),
} as const;
