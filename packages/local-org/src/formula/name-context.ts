import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';

/** Where the names of a formula are looked up. */
export interface NameContext {
    readonly schema: OrgSchema;
    readonly object: ObjectSchema;
    /** Of the package that the formula belongs to. */
    readonly namespace: string;
    /** Whether empty numbers count as 0. */
    readonly blanksAsZero: boolean;
    /**
     * What `$Credential` stands for, in formulas of headers and bodies; absent elsewhere.
     *
     * @param names after `$Credential`
     * @throws FormulaError for a value that the credential does not have
     */
    readonly credential?: (names: readonly string[]) => string;
}
