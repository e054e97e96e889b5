import type { DmlError, DmlRowOutcome } from '@sw-studio/apex/runtime';
import { ApiError } from '../routing/api-error.ts';

/** What a save answers for each record. */
export interface SaveResult {
    readonly id?: string;
    readonly success: boolean;
    readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[];
    readonly created?: boolean;
}

export function saveResult({ success, id, errors, eventUuid }: DmlRowOutcome): SaveResult {
    if (!success) return { success, errors: errors.map(errorJson) };
    // A published event tells its id where others tell errors (Platform Events Developer Guide, "Publish ... REST API").
    const notes =
        eventUuid === undefined
            ? []
            : [{ statusCode: 'OPERATION_ENQUEUED', message: eventUuid, fields: [] as string[] }];
    return { ...(id !== null && { id }), success, errors: notes };
}

export function upsertResult(outcome: DmlRowOutcome): SaveResult {
    return { ...saveResult(outcome), ...(outcome.success && { created: outcome.created }) };
}

function errorJson({ statusCode, message, fields }: DmlError): SaveResult['errors'][number] {
    return { statusCode, message, fields };
}

const STATUS: Readonly<Record<string, number>> = {
    ENTITY_IS_DELETED: 404,
    INSUFFICIENT_ACCESS_OR_READONLY: 403,
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 403,
};

/** The refusal of a request that saves one record. */
export function saveError(errors: readonly DmlError[]): ApiError {
    const [first] = errors;
    const { statusCode = 'UNKNOWN_EXCEPTION', message = '', fields = [] } = first ?? {};
    return new ApiError(STATUS[statusCode] ?? 400, statusCode, message, fields);
}
