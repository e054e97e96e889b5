import { constructorCorrections } from './constructors.ts';
import type { Correction } from './correction.ts';
import { enumCorrections } from './enums.ts';
import { inheritanceCorrections } from './inheritance.ts';
import { signatureCorrections } from './signatures.ts';

export { correct, type Correction } from './correction.ts';

/** Everything that the generated tables have wrong, in the order in which it is applied. */
export const corrections: readonly Correction[] = [
    ...enumCorrections,
    ...inheritanceCorrections,
    ...constructorCorrections,
    ...signatureCorrections,
];
