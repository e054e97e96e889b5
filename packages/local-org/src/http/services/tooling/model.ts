import type { AnonymousResult } from '../../../entry-points/apex-anonymous.ts';

/** As `tooling/executeAnonymous` answers: the log is asked for elsewhere. */
export function anonymousJson({ log: _, ...result }: AnonymousResult): Omit<AnonymousResult, 'log'> {
    return result;
}
