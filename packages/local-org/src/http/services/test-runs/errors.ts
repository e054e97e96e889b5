import { ApiError } from '../../routing/api-error.ts';

export const testErrors = {
    noTests: () =>
        new ApiError(400, 'INVALID_INPUT', 'None of the test classes or methods that were asked for are in the org.'),
} as const;
