/**
 * The schema as Apex sees it. The local org builds one `SObjectTypeInfo` per object from metadata; compiler, runtime
 * and describe calls read it. Names are API names with the namespace prefix where there is one (`ns__Foo__c`);
 * `localName` is without it. Look-ups are case-insensitive and accept the prefixed name always, the bare name for
 * the object's own namespace.
 */
export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'longtextarea'
    | 'html'
    | 'picklist'
    | 'multipicklist'
    | 'combobox'
    | 'boolean'
    | 'int'
    | 'long'
    | 'double'
    | 'currency'
    | 'percent'
    | 'date'
    | 'datetime'
    | 'time'
    | 'reference'
    | 'email'
    | 'phone'
    | 'url'
    | 'encryptedstring'
    | 'base64'
    | 'address'
    | 'location'
    | 'anyType';

/** The static type of `record.Field` in Apex. */
export type FieldApexType =
    | 'Id'
    | 'String'
    | 'Boolean'
    | 'Integer'
    | 'Long'
    | 'Double'
    | 'Decimal'
    | 'Date'
    | 'Datetime'
    | 'Time'
    | 'Blob'
    | 'Object'
    | 'System.Address'
    | 'System.Location'
    | 'EventBus.ChangeEventHeader';

export interface PicklistValueInfo {
    readonly value: string;
    readonly label: string;
    readonly active: boolean;
    readonly default: boolean;
}

export interface SObjectFieldInfo {
    readonly object: SObjectTypeInfo;
    /** Index into the record's values and into stored rows. */
    readonly slot: number;
    readonly name: string;
    readonly localName: string;
    readonly label: string;
    readonly helpText: string | null;
    readonly type: FieldType;
    readonly apexType: FieldApexType;
    readonly custom: boolean;
    /** Characters; 0 where it does not apply. */
    readonly length: number;
    readonly precision: number;
    readonly scale: number;
    readonly nillable: boolean;
    readonly unique: boolean;
    readonly caseSensitive: boolean;
    readonly externalId: boolean;
    readonly indexed: boolean;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly nameField: boolean;
    readonly autoNumber: boolean;
    /** Formula or roll-up. */
    readonly calculated: boolean;
    readonly formula: string | null;
    /** Literal default (`true`, a picklist value) or a formula's text. */
    readonly defaultValue: unknown;
    readonly defaultValueFormula: string | null;
    readonly referenceTo: readonly string[];
    readonly relationshipName: string | null;
    /** 0 primary, 1 secondary master-detail; null for others. */
    readonly relationshipOrder: number | null;
    readonly cascadeDelete: boolean;
    readonly picklistValues: readonly PicklistValueInfo[];
    readonly restrictedPicklist: boolean;
    readonly controllingField: string | null;
    readonly compoundFieldName: string | null;
}

export interface ChildRelationshipInfo {
    /** null: the relationship has no name and cannot be queried. */
    readonly relationshipName: string | null;
    readonly childObject: string;
    readonly field: string;
    readonly cascadeDelete: boolean;
    readonly restrictedDelete: boolean;
}

export interface RecordTypeDescription {
    readonly id: string;
    readonly name: string;
    readonly developerName: string;
    readonly active: boolean;
    readonly default: boolean;
    readonly master: boolean;
    readonly description: string | null;
}

export interface FieldSetInfo {
    readonly name: string;
    readonly namespace: string;
    readonly label: string;
    readonly description: string;
    readonly members: readonly { readonly path: string; readonly required: boolean }[];
}

export interface SObjectTypeInfo {
    readonly name: string;
    readonly localName: string;
    readonly namespace: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string | null;
    readonly custom: boolean;
    readonly kind:
        | 'object'
        | 'hierarchySetting'
        | 'listSetting'
        | 'customMetadata'
        | 'platformEvent'
        | 'changeEvent'
        | 'share'
        | 'history'
        | 'aggregate';
    /** Slot order. */
    readonly fields: readonly SObjectFieldInfo[];
    field(name: string): SObjectFieldInfo | undefined;
    /** The lookup whose relationship name this is (`Owner`, `Parent__r`). */
    relationship(name: string): SObjectFieldInfo | undefined;
    readonly childRelationships: readonly ChildRelationshipInfo[];
    childRelationship(name: string): ChildRelationshipInfo | undefined;
    /** As code of a namespace sees it: its own names without prefix, those of others with it. Absent: as from nowhere. */
    fieldIn?(name: string, namespace: string): SObjectFieldInfo | undefined;
    relationshipIn?(name: string, namespace: string): SObjectFieldInfo | undefined;
    childRelationshipIn?(name: string, namespace: string): ChildRelationshipInfo | undefined;
    readonly nameField: SObjectFieldInfo | undefined;
    readonly recordTypes: readonly RecordTypeDescription[];
    readonly fieldSets: readonly FieldSetInfo[];
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    readonly undeletable: boolean;
    readonly mergeable: boolean;
    readonly queryable: boolean;
    readonly searchable: boolean;
    readonly triggerable: boolean;
    readonly feedEnabled: boolean;
}
