import { ApexException, freeze, newApexException, thaw, UncatchableError } from '@sw-studio/apex/runtime';
import type { FrozenFailure } from '../records/job-record.ts';

/** The Apex exception that ended a job; null: what ended it is a defect of the local org. */
export function exceptionOf(error: unknown): ApexException | null {
    if (error instanceof UncatchableError) return error.exception;
    return error instanceof ApexException ? error : null;
}

/** One sentence for the job's row. */
export function messageOf(error: unknown): string {
    const exception = exceptionOf(error);
    if (exception !== null) return exception.getmessage$() ?? exception.gettypename$();
    return `Local org defect: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}

export function freezeFailure(error: unknown): FrozenFailure {
    const exception = exceptionOf(error) ?? newApexException('System.UnexpectedException', messageOf(error));
    return {
        exception: freezeException(exception),
        frames: exception.apexFrames(),
        failures: exception.failures.map(({ tokens: _, ...failure }) => failure),
    };
}

/** An exception that holds what cannot be kept is told by its sentence alone. */
function freezeException(exception: ApexException): FrozenFailure['exception'] {
    try {
        return freeze(exception);
    } catch {
        return freeze(newApexException('System.UnexpectedException', `${exception.tostring$()}`));
    }
}

export function thawFailure({ exception, frames, failures }: FrozenFailure): ApexException {
    const thawed = (thaw(exception) as ApexException).adoptFrames(frames);
    thawed.failures = failures;
    return thawed;
}
