import { ApexException } from './apex-exception.ts';
import { LimitError } from './uncatchable-error.ts';
import { newApexException } from './throw.ts';

/** V8's wording for a property of null; `undefined` is not Apex's null, so its sentences do not match. */
const NULL_DEREFERENCE = /^Cannot (?:read|set) properties of null\b/;

const STACK_OVERFLOW = 'Maximum call stack size exceeded';
const STACK_DEPTH = 'Maximum stack depth reached: 1001';

/**
 * What the `catch` blocks of emitted code hold: an Apex exception comes back as it is, a JavaScript null dereference as
 * NullPointerException. Nothing else may be caught by Apex, so all else is thrown on: failed assertions, limit errors, stack overflow (a
 * LimitException) and errors that no Apex situation explains, which are defects of the runtime and must look like it.
 */
export function translateThrown(thrown: unknown): ApexException {
    const translated = translateUncaught(thrown);
    if (translated instanceof ApexException) return translated;
    throw translated;
}

/** As `translateThrown`, for the outermost caller: the answer is an ApexException, an UncatchableError, or a defect. */
export function translateUncaught(thrown: unknown): unknown {
    if (thrown instanceof ApexException) return thrown;
    if (thrown instanceof TypeError && NULL_DEREFERENCE.test(thrown.message)) {
        return nullPointerException().captureTraceOf(thrown);
    }
    if (thrown instanceof RangeError && thrown.message === STACK_OVERFLOW) {
        const limit = new LimitError(STACK_DEPTH);
        limit.exception.captureTraceOf(thrown);
        return limit;
    }
    return thrown;
}

/** Errors that `catch` and `finally` of Apex code never see: emitted `finally` blocks are skipped for these. */
export function isUncatchable(thrown: unknown): boolean {
    return !(translateUncaught(thrown) instanceof ApexException);
}

export function nullPointerException(): ApexException {
    return newApexException('System.NullPointerException', 'Attempt to de-reference a null object');
}

export function throwNullPointer(): never {
    throw nullPointerException();
}
