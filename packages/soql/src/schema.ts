/**
 * The view of a Salesforce schema that SOQL needs. The owner of the metadata implements it; objects and fields are
 * immutable views: a changed schema hands out new ones, because plans and lookups are cached by their identity.
 */

/** Describe types (`DescribeFieldResult.getType`), in lower case. `longtextarea` and `location` are told apart here. */
export type SoqlFieldType =
    | 'id'
    | 'reference'
    | 'string'
    | 'textarea'
    | 'longtextarea'
    | 'picklist'
    | 'multipicklist'
    | 'combobox'
    | 'email'
    | 'phone'
    | 'url'
    | 'encryptedstring'
    | 'autonumber'
    | 'anyType'
    | 'boolean'
    | 'int'
    | 'long'
    | 'double'
    | 'currency'
    | 'percent'
    | 'date'
    | 'datetime'
    | 'time'
    | 'base64'
    | 'address'
    | 'location';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
    /** Position in the picklist, from 0. Picklists sort by it, not by their text. */
    readonly order: number;
    readonly active: boolean;
}

export interface SoqlField {
    readonly name: string;
    /** Index into the stored row. */
    readonly slot: number;
    readonly type: SoqlFieldType;
    /** True when the row source can answer `lookup` and `range` on the slot. */
    readonly indexed: boolean;
    readonly unique: boolean;
    readonly filterable: boolean;
    readonly sortable: boolean;
    readonly groupable: boolean;
    readonly aggregatable: boolean;
    /** Digits after the decimal point; 0 for non-numbers. */
    readonly scale: number;
    /** Objects a lookup can point to; more than one makes the relationship polymorphic. */
    readonly referenceTo: readonly string[];
    readonly relationshipName: string | null;
    readonly picklistValues: readonly PicklistValue[];
    /** True when the value is computed by the environment instead of being stored in the slot. */
    readonly formula: boolean;
    /** Custom fields are what FIELDS(CUSTOM) selects; names ending in `__c` are custom where this is absent. */
    readonly custom?: boolean;
}

export interface ChildRelationship {
    readonly name: string;
    readonly object: SoqlObject;
    /** The lookup on the child that points to the parent. */
    readonly field: SoqlField;
}

export interface SoqlObject {
    readonly name: string;
    readonly label: string;
    /** First three characters of the ids; null for objects without ids of their own. */
    readonly keyPrefix: string | null;
    readonly fields: readonly SoqlField[];
    /** The fields that make up the record's name; SOSL searches them `IN NAME FIELDS`. */
    readonly nameFields: readonly SoqlField[];
    /** Case-insensitive. */
    field(name: string): SoqlField | undefined;
    /** Case-insensitive, by the child relationship name (`Contacts`, `Lines__r`). */
    childRelationship(name: string): ChildRelationship | undefined;
}

export interface SoqlSchema {
    /** Case-insensitive; namespaces are resolved by the implementor. */
    object(name: string): SoqlObject | undefined;
    /** The objects that a search without RETURNING looks into; absent, such a search is refused. */
    searchable?(): readonly SoqlObject[];
}
