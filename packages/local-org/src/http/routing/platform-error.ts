import { QueryError } from '@sw-studio/soql';
import { exceptionSentence, uncaughtException } from '../../entry-points/uncaught.ts';
import { RowLockedError } from '../../transaction/lock-errors.ts';
import { ApiError } from './api-error.ts';

/** Error codes of the API for exceptions that the database throws. */
const CODES: Readonly<Record<string, readonly [status: number, code: string]>> = {
    'System.QueryException': [400, 'MALFORMED_QUERY'],
    'System.SecurityException': [403, 'INSUFFICIENT_ACCESS'],
    'System.NoAccessException': [403, 'INSUFFICIENT_ACCESS'],
    'System.HandledException': [400, 'INVALID_ID_FIELD'],
};

/** What went wrong inside of the org, as its API says it; null: a defect of the org. */
export function platformError(error: unknown): ApiError | null {
    if (error instanceof QueryError) return new ApiError(400, error.code, error.message);
    if (error instanceof RowLockedError) {
        return new ApiError(400, 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');
    }
    const exception = uncaughtException(error);
    if (exception === null) return null;
    const [status, code] = CODES[exception.gettypename$()] ?? [500, 'APEX_ERROR'];
    const isOwnSentence = status !== 500;
    const message = isOwnSentence ? (exception.getmessage$() ?? '') : exceptionSentence(exception);
    return new ApiError(status, code, message);
}
