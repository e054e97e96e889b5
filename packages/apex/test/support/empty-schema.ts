import type { CompilerSchema } from '@sw-studio/apex';

/** An org without objects: what is compiled with it speaks of the language alone. */
export const EMPTY_SCHEMA: CompilerSchema = {
    sobject: () => undefined,
    checkQuery: () => [],
    describeQuery: () => undefined,
    checkSearch: () => [],
    hasLabel: () => false,
};
