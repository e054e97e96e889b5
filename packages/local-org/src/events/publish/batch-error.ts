import type { BatchError } from '../../jobs/run/job-host.ts';
import type { EventDraft } from '../log/event-record.ts';

/** Characters of the message and of the stack trace that are kept (Object Reference, "BatchApexErrorEvent"). */
const MAXIMUM_TEXT = 5000;
const MAXIMUM_SCOPE = 40_000;

/** `BatchApexErrorEvent`: what went wrong in a batch whose class implements `Database.RaisesPlatformEvents`. */
export function batchErrorDraft(error: BatchError, uuid: string): EventDraft {
    const scope = error.scopeIds.join(',');
    return {
        topic: 'BatchApexErrorEvent',
        uuid,
        publishedBy: error.userId,
        values: {
            AsyncApexJobId: error.jobId,
            DoesExceedJobScopeMaxLength: scope.length > MAXIMUM_SCOPE,
            ExceptionType: error.exceptionType,
            JobScope: scope.slice(0, MAXIMUM_SCOPE) || null,
            Message: error.message.slice(0, MAXIMUM_TEXT),
            Phase: error.phase,
            RequestId: error.requestId,
            StackTrace: error.stackTrace.slice(0, MAXIMUM_TEXT) || null,
        },
        header: null,
    };
}
