/** One entry of an error answer; the platform's own errors have the same shape. */
export interface ErrorEntry {
    errorCode: string;
    message: string;
}

/** What the API answers instead of a result: a list, as Salesforce does. */
export type ErrorBody = ErrorEntry[];

export interface ErrorCodeDescription {
    /** HTTP status; Apex REST allows no other than these. */
    status: 400 | 403 | 404 | 409 | 412 | 503;
    meaning: string;
    remedy: string;
    /** Who has to act: the caller, or whoever runs the org. */
    concerns: 'caller' | 'org';
}

/** The codes of our own. Any answer may also carry a code of the platform, such as INVALID_SESSION_ID or APEX_ERROR. */
export const ERROR_CODES = {
    INVALID_PARAMETER: {
        status: 400,
        meaning: 'A parameter has a value that the call does not take.',
        remedy: 'Correct it as the message says.',
        concerns: 'caller',
    },
    UNKNOWN_FIX: {
        status: 400,
        meaning: 'There is no fix of this name.',
        remedy: 'Take the name from a check that Health answered.',
        concerns: 'caller',
    },
    INSUFFICIENT_ACCESS: {
        status: 403,
        meaning: 'The user lacks the permission that the call needs.',
        remedy: 'Assign the permission set that the message names.',
        concerns: 'org',
    },
    SYNC_USER_NOT_ELIGIBLE: {
        status: 403,
        meaning: 'The user cannot run the sync, or is not the one as whom it runs.',
        remedy: 'Call as an active user who holds SW Studio Administrator.',
        concerns: 'org',
    },
    CREDENTIAL_REFUSED: {
        status: 403,
        meaning: 'The user may not store the token of SalesWings.',
        remedy: 'Enter it as a user who may manage named credentials.',
        concerns: 'org',
    },
    JOB_NOT_FOUND: {
        status: 404,
        meaning: 'There is no such SW Apex Job; it may have been pruned.',
        remedy: 'Take the id from Jobs.',
        concerns: 'caller',
    },
    SYNC_OFF: {
        status: 409,
        meaning: 'The call makes sense only while the sync is on.',
        remedy: 'Turn the sync on.',
        concerns: 'caller',
    },
    SYNC_ALREADY_RUNNING: {
        status: 412,
        meaning: 'The sync is on and alive, or a cycle is running.',
        remedy: 'Use force=true to restart it all the same, or wait.',
        concerns: 'caller',
    },
    SYNC_BUSY: {
        status: 503,
        meaning: 'Another transaction held the sync all the time. Nothing was changed.',
        remedy: 'Try again in a moment.',
        concerns: 'caller',
    },
    SCHEDULE_REFUSED: {
        status: 503,
        meaning: 'The platform refused to schedule the Watcher. The sync is off and says why.',
        remedy: 'Delete a scheduled Apex job that is not needed, then turn the sync on again.',
        concerns: 'org',
    },
} as const satisfies Record<string, ErrorCodeDescription>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether an answer is an error of the API or of the platform. */
export function isErrorBody(body: unknown): body is ErrorBody {
    return Array.isArray(body) && body.length > 0 && body.every(isErrorEntry);
}

function isErrorEntry(entry: unknown): entry is ErrorEntry {
    if (typeof entry !== 'object' || entry === null) return false;
    const { errorCode, message } = entry as Partial<ErrorEntry>;
    return typeof errorCode === 'string' && typeof message === 'string';
}
