import { ApiError } from '../../routing/api-error.ts';

export const pageErrors = {
    notFound: (path: string) => new ApiError(404, 'NOT_FOUND', `The local org has nothing at ${path}`),
    invalidLogin: () =>
        new ApiError(
            401,
            'INVALID_SESSION_ID',
            'This address has been used, or its session has ended. Open the org again.',
        ),
} as const;
