import type { ObjectNature, StandardObject } from '../standard-object.ts';

/**
 * What is known of a standard object beyond the platform types, from the Object Reference page of the object: key
 * prefix, labels, capabilities, and for the well-known fields length, type, requiredness and picklist values.
 */
export interface ObjectOverlay {
    readonly keyPrefix?: string;
    readonly label?: string;
    readonly pluralLabel?: string;
    readonly nature?: ObjectNature;
    /** Capabilities that differ from those of an ordinary record object. */
    readonly capabilities?: Partial<
        Pick<
            StandardObject,
            | 'createable'
            | 'updateable'
            | 'deletable'
            | 'undeletable'
            | 'queryable'
            | 'searchable'
            | 'mergeable'
            | 'triggerable'
            | 'setup'
            | 'customizable'
        >
    >;
    /** Fields by name, in the notation of field-notation.ts. */
    readonly fields?: Readonly<Record<string, string>>;
    /** Labels of fields whose label is not their name with the words apart. */
    readonly labels?: Readonly<Record<string, string>>;
    /** Parts of compound fields by compound field: `{ Name: ['Salutation', 'FirstName', 'LastName'] }`. */
    readonly compounds?: Readonly<Record<string, readonly string[]>>;
    /** Relationships that the platform types leave out, `Name Target` by field: SOQL follows text references too. */
    readonly relationships?: Readonly<Record<string, string>>;
    /** Fields that the platform types have but an org of today does not. */
    readonly absent?: readonly string[];
    /** Child relationships whose records go with the parent, or keep it from being deleted. */
    readonly cascade?: readonly string[];
    readonly restrict?: readonly string[];
}

export type Overlay = Readonly<Record<string, ObjectOverlay>>;
