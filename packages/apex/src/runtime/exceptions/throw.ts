import type { ApexException } from './apex-exception.ts';
import { exceptionClass } from './built-in.ts';

/**
 * @param typeName qualified: `System.ListException`
 * @param message the platform's own sentence
 */
export function newApexException(typeName: string, message: string | null): ApexException {
    return new (exceptionClass(typeName))().new$string(message);
}

export function throwApex(typeName: string, message: string | null): never {
    throw newApexException(typeName, message);
}
