import { findField, findLibraryFunction, findStaticField } from '../library/index.ts';
import { isBlocking } from '../library.ts';

/** What of the standard library this runtime implements, as the compiler asks for it. */
export const libraryIndex = {
    find(
        type: string,
        kind: 'constructors' | 'statics' | 'methods' | 'staticFields' | 'fields',
        signature: string,
    ): { readonly blocking: boolean } | undefined {
        if (kind === 'staticFields')
            return findStaticField(type, signature) === undefined ? undefined : { blocking: false };
        if (kind === 'fields') return findField(type, signature) === undefined ? undefined : { blocking: false };
        const found = findLibraryFunction(type, kind, signature);
        return found === undefined ? undefined : { blocking: isBlocking(found) };
    },
};
