import { throwNullPointer } from '../exceptions/translate.ts';

/** The receiver or argument of a function that would not notice a null by itself; null fails as a dereference. */
export function nonNull<T>(value: T | null): T {
    return value === null ? throwNullPointer() : value;
}
