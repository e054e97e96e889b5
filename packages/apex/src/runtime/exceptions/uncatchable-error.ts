import type { ApexException } from './apex-exception.ts';
import { newApexException } from './throw.ts';

/**
 * Ends the transaction: no Apex `catch` can hold it, so it is no ApexException, and emitted `catch` and `finally` blocks
 * let it pass. `exception` is what finalizers, test results and callers outside of Apex see.
 */
export class UncatchableError extends Error {
    readonly exception: ApexException;

    /** @param typeName qualified type of `exception`; @param message the platform's sentence */
    constructor(typeName: string, message: string) {
        super(message);
        this.name = typeName;
        this.exception = newApexException(typeName, message);
    }
}

/** A governor limit was exceeded: `Too many SOQL queries: 101`. */
export class LimitError extends UncatchableError {
    constructor(message: string) {
        super('System.LimitException', message);
    }
}

/**
 * A failed assertion, which the platform does not let code catch either (Apex Reference, "System.Assert"); an
 * AssertException that code throws itself is an ordinary one.
 */
export class AssertionError extends UncatchableError {
    constructor(message: string) {
        super('System.AssertException', message);
    }
}
