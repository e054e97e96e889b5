import { current, type Transaction } from '../../packages/apex/src/runtime/context.ts';
import { primitiveLibraries } from '../../packages/apex/src/runtime/library/primitive-libraries.ts';
import type { LibraryFunction } from '../../packages/apex/src/runtime/library.ts';

/** Library functions as emitted code calls them: the receiver of a method is the first argument. */
export function libraryFunction(type: string, signature: string): LibraryFunction {
    const library = primitiveLibraries.find((each) => each.type === `System.${type}`);
    const found = library?.methods?.[signature] ?? library?.statics?.[signature];
    if (found === undefined) throw new Error(`The runtime has no ${type}.${signature}`);
    return found;
}

/** Formats of numbers and dates ask for the user: here one whose locale is `en_US` and whose zone is GMT. */
export function runAsAmericanUser(): void {
    current.transaction = { user: { locale: 'en_US', timeZone: 'GMT' } } as unknown as Transaction;
}
