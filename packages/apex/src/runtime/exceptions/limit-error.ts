import type { ApexException } from './apex-exception.ts';
import { newApexException } from './throw.ts';

/**
 * A governor limit was exceeded. It is no ApexException, so that no Apex `catch` can hold it; emitted `catch` and
 * `finally` blocks let it pass, and the transaction ends with `exception`, which finalizers and callers outside see.
 */
export class LimitError extends Error {
    readonly exception: ApexException;

    /** @param message the platform's sentence, such as `Too many SOQL queries: 101` */
    constructor(message: string) {
        super(message);
        this.name = 'System.LimitException';
        this.exception = newApexException('System.LimitException', message);
    }
}
