import type { FieldApexType, FieldType, SObjectFieldInfo } from '@sw-studio/apex/runtime';
import type { FilterItem } from '../metadata/model.ts';
import type { ObjectSchema } from './object-schema.ts';

/** What happens to the child when the record that the lookup points to is deleted. */
export type DeleteConstraint = 'cascade' | 'restrict' | 'setNull';

export interface RollUpDefinition {
    readonly operation: 'count' | 'sum' | 'min' | 'max';
    /** Full API name of the detail object. */
    readonly childObject: string;
    /** The master-detail field on the detail. */
    readonly foreignKey: string;
    /** Null for count. */
    readonly summarizedField: string | null;
    readonly filters: readonly FilterItem[];
}

export interface AutoNumberFormat {
    /** `JOB-{0000000}`. */
    readonly displayFormat: string;
    readonly startingNumber: number;
}

/** A field as the local org knows it: the describe view of Apex, and what a save needs beside it. */
export interface FieldSchema extends SObjectFieldInfo {
    readonly object: ObjectSchema;
    /** '' for fields of the platform and of unpackaged source. */
    readonly namespace: string;
    /** A save without a value fails with REQUIRED_FIELD_MISSING. */
    readonly required: boolean;
    /** Filled in by the platform when the record is created without it. */
    readonly defaultedOnCreate: boolean;
    /** May be used as the key of an upsert. */
    readonly idLookup: boolean;
    readonly polymorphic: boolean;
    /** Null for fields that are no lookups. */
    readonly deleteConstraint: DeleteConstraint | null;
    /** A master-detail whose parent may be changed; true for all other fields. */
    readonly reparentable: boolean;
    readonly blanksAsZero: boolean;
    readonly rollUp: RollUpDefinition | null;
    readonly autoNumberFormat: AutoNumberFormat | null;
    readonly trackHistory: boolean;
    /** Values of the controlling field by value of this one; a value that is missing is allowed under all. */
    readonly dependentValues: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Everything of a field but its place in the object. */
export type FieldDefinition = Omit<FieldSchema, 'object' | 'slot'>;

const PLAIN: Omit<FieldDefinition, 'name' | 'localName' | 'label' | 'type' | 'apexType'> = {
    namespace: '',
    helpText: null,
    custom: false,
    length: 0,
    precision: 0,
    scale: 0,
    nillable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    indexed: false,
    createable: true,
    updateable: true,
    nameField: false,
    autoNumber: false,
    calculated: false,
    formula: null,
    defaultValue: null,
    defaultValueFormula: null,
    referenceTo: [],
    relationshipName: null,
    relationshipOrder: null,
    cascadeDelete: false,
    picklistValues: [],
    restrictedPicklist: false,
    controllingField: null,
    compoundFieldName: null,
    required: false,
    defaultedOnCreate: false,
    idLookup: false,
    polymorphic: false,
    deleteConstraint: null,
    reparentable: true,
    blanksAsZero: true,
    rollUp: null,
    autoNumberFormat: null,
    trackHistory: false,
    dependentValues: new Map(),
};

const APEX_TYPES: Readonly<Record<FieldType, FieldApexType>> = {
    id: 'Id',
    reference: 'Id',
    string: 'String',
    textarea: 'String',
    longtextarea: 'String',
    html: 'String',
    picklist: 'String',
    multipicklist: 'String',
    combobox: 'String',
    email: 'String',
    phone: 'String',
    url: 'String',
    encryptedstring: 'String',
    boolean: 'Boolean',
    int: 'Integer',
    long: 'Long',
    double: 'Decimal',
    currency: 'Decimal',
    percent: 'Decimal',
    date: 'Date',
    datetime: 'Datetime',
    time: 'Time',
    base64: 'Blob',
    address: 'System.Address',
    location: 'System.Location',
    anyType: 'Object',
};

export interface FieldStart extends Partial<FieldDefinition> {
    readonly name: string;
    readonly type: FieldType;
}

/** Completes a definition with what a plain nullable field has. */
export function defineField(start: FieldStart): FieldDefinition {
    return {
        ...PLAIN,
        localName: start.name,
        label: start.name,
        apexType: APEX_TYPES[start.type],
        ...start,
    };
}

const NUMERIC = new Set<FieldType>(['int', 'long', 'double', 'currency', 'percent']);
const TEXTUAL = new Set<FieldType>([
    'string',
    'textarea',
    'longtextarea',
    'html',
    'picklist',
    'multipicklist',
    'combobox',
    'email',
    'phone',
    'url',
    'encryptedstring',
]);

export function isNumeric(type: FieldType): boolean {
    return NUMERIC.has(type);
}

export function isText(type: FieldType): boolean {
    return TEXTUAL.has(type);
}

/** Computed from other fields at reading, never stored. */
export function isFormula(field: Pick<SObjectFieldInfo, 'formula'>): boolean {
    return field.formula !== null;
}

/** Values that are put together from other fields (`BillingAddress`). */
export function isCompound(field: Pick<SObjectFieldInfo, 'type'>): boolean {
    return field.type === 'address' || field.type === 'location';
}
