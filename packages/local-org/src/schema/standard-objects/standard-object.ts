/** Field types, in the words of the sObject describe (REST and SOAP API, `fieldType`). */
export type FieldType =
    | 'address'
    | 'anyType'
    | 'base64'
    | 'boolean'
    | 'combobox'
    | 'complexvalue'
    | 'currency'
    | 'date'
    | 'datetime'
    | 'double'
    | 'email'
    | 'encryptedstring'
    | 'id'
    | 'int'
    | 'location'
    | 'long'
    | 'multipicklist'
    | 'percent'
    | 'phone'
    | 'picklist'
    | 'reference'
    | 'string'
    | 'textarea'
    | 'time'
    | 'url';

/**
 * What an org must have for a field to exist. `RecordTypes`: a record type of the object itself, RecordTypeId does not
 * exist on an object without any; the others are switches of the org.
 */
export type OrgFeature =
    'Communities' | 'Divisions' | 'MultiCurrency' | 'PersonAccounts' | 'RecordTypes' | 'StateAndCountryPicklists';

export interface StandardPicklistValue {
    readonly value: string;
    readonly label: string;
    readonly default: boolean;
}

export interface StandardField {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    /** Characters, of text types and references (18); 0 for others. */
    readonly length: number;
    /** Digits in all, of currency, double and percent; 0 for others. */
    readonly precision: number;
    /** Digits right of the point. */
    readonly scale: number;
    /** Digits in all, of int; 0 for others. */
    readonly digits: number;
    readonly nillable: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
    /** The platform fills it in when the record is created without it. */
    readonly defaultedOnCreate: boolean;
    /** Default in Apex literal form: `false`, `'New'`, `0`. */
    readonly defaultValue: string | null;
    readonly unique: boolean;
    /** May be used as the external id of an upsert. */
    readonly idLookup: boolean;
    readonly nameField: boolean;
    readonly autoNumber: boolean;
    /** Computed by the platform: never writable. */
    readonly calculated: boolean;
    /** Objects a reference may point to; empty for other types, and for references to any object. */
    readonly referenceTo: readonly string[];
    readonly relationshipName: string | null;
    /** More than one target is possible: SOQL answers a `Name` object through the relationship. */
    readonly polymorphic: boolean;
    readonly picklistValues: readonly StandardPicklistValue[];
    /** Other values are refused (INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST). */
    readonly restrictedPicklist: boolean;
    /** The compound field this is a part of: `BillingAddress`, `Name`. */
    readonly compoundFieldName: string | null;
    readonly requires: OrgFeature | null;
}

export interface StandardChildRelationship {
    /** The name for SOQL subqueries: `Contacts`. */
    readonly relationshipName: string;
    readonly childSObject: string;
    readonly field: string;
    /** Children are deleted with the parent. */
    readonly cascadeDelete: boolean;
    /** The parent cannot be deleted while it has children. */
    readonly restrictedDelete: boolean;
}

/** What role an object has: `share`, `history`, `feed` and `changeEvent` belong to `parentObject`. */
export type ObjectNature = 'object' | 'share' | 'history' | 'feed' | 'changeEvent' | 'platformEvent' | 'virtual';

export interface StandardObject {
    readonly name: string;
    readonly label: string;
    readonly pluralLabel: string;
    /** First three characters of record ids; null where it is not known, or the object has no ids of its own. */
    readonly keyPrefix: string | null;
    readonly nature: ObjectNature;
    /** The object that a share, history, feed or change event belongs to. */
    readonly parentObject: string | null;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly undeletable: boolean;
    readonly queryable: boolean;
    readonly searchable: boolean;
    readonly mergeable: boolean;
    /** Apex triggers may be written on it. */
    readonly triggerable: boolean;
    /** DML on it cannot be mixed with DML on other objects in one transaction (MIXED_DML_OPERATION). */
    readonly setup: boolean;
    /** May have custom fields. */
    readonly customizable: boolean;
    readonly fields: readonly StandardField[];
    readonly childRelationships: readonly StandardChildRelationship[];
}
