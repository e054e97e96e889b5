import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { MemoryNames } from './resolve-in-memory.ts';

/** Where the names of a formula are looked up. */
export interface NameContext {
    readonly schema: OrgSchema;
    readonly object: ObjectSchema;
    /** Of the package that the formula belongs to. */
    readonly namespace: string;
    /** Whether empty numbers count as 0. */
    readonly blanksAsZero: boolean;
    /** Where the formula's own names are found instead, in formulas over what is in memory. */
    readonly memory?: MemoryNames;
    /**
     * What `$Credential` stands for, in formulas of headers and bodies; absent elsewhere.
     *
     * @param names after `$Credential`
     * @throws FormulaError for a value that the credential does not have
     */
    readonly credential?: (names: readonly string[]) => string;
}
