import type { FieldType, PicklistValueInfo } from '@sw-studio/apex/runtime';
import { MetadataError } from '../metadata/metadata-error.ts';
import type { FieldMetadata } from '../metadata/model.ts';
import {
    defineField,
    isNumeric,
    type DeleteConstraint,
    type FieldDefinition,
    type RollUpDefinition,
} from './field-schema.ts';
import { localName, namespaceOf, qualify, relationshipNameOf } from './names.ts';
import { picklistValue, type ValueSets } from './picklists.ts';

/** What a field's metadata may refer to. */
export interface FieldContext {
    readonly namespace: string;
    readonly valueSets: ValueSets;
    /** Full API name of an object named in a package's source; undefined when the org has no such object. */
    resolveObject(name: string, namespace: string): string | undefined;
    /** Type and scale of a stored field, by full names: what a roll-up of it has. */
    shapeOf(object: string, field: string): FieldShape | undefined;
}

export interface FieldShape {
    readonly type: FieldType;
    readonly scale: number;
}

const TYPES: Readonly<Record<string, FieldType>> = {
    Text: 'string',
    TextArea: 'textarea',
    LongTextArea: 'longtextarea',
    Html: 'html',
    EncryptedText: 'encryptedstring',
    Number: 'double',
    Currency: 'currency',
    Percent: 'percent',
    Checkbox: 'boolean',
    Date: 'date',
    DateTime: 'datetime',
    Time: 'time',
    Picklist: 'picklist',
    MultiselectPicklist: 'multipicklist',
    Lookup: 'reference',
    Hierarchy: 'reference',
    MasterDetail: 'reference',
    MetadataRelationship: 'reference',
    Email: 'email',
    Phone: 'phone',
    Url: 'url',
    AutoNumber: 'string',
    Location: 'location',
};

const LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
    string: 255,
    textarea: 255,
    longtextarea: 32768,
    html: 32768,
    encryptedstring: 175,
    picklist: 255,
    multipicklist: 4099,
    reference: 18,
    email: 80,
    phone: 40,
    url: 255,
};

/** What a metadata relationship may point to that has no id of its own. */
const NAMED_DEFINITIONS = new Set(['EntityDefinition', 'EntityParticle', 'FieldDefinition']);

/** A text formula may be this long. */
const FORMULA_TEXT_LENGTH = 1300;
const AUTO_NUMBER_LENGTH = 30;

/**
 * The field, and for a geolocation the two numbers it consists of.
 *
 * @throws MetadataError for a type that the local org does not support, or a reference to an unknown object
 */
export function customFields(metadata: FieldMetadata, context: FieldContext): FieldDefinition[] {
    const field = customField(metadata, context);
    return field.type === 'location' ? [field, ...coordinates(field)] : [field];
}

function customField(metadata: FieldMetadata, context: FieldContext): FieldDefinition {
    const { namespace } = context;
    const name = qualify(metadata.name, namespace);
    const summary = metadata.type === 'Summary' ? rollUp(metadata, context) : null;
    const shape =
        summary === null ? { type: fieldType(metadata), scale: metadata.scale ?? 0 } : summaryShape(summary, context);
    const { type } = shape;
    const calculated = metadata.formula !== null && metadata.type !== 'Summary';
    const isFormula = calculated || summary !== null;
    const autoNumber = metadata.type === 'AutoNumber';
    return defineField({
        name,
        localName: localName(name),
        namespace: namespaceOf(name),
        label: metadata.label ?? metadata.name,
        helpText: metadata.helpText,
        type,
        custom: true,
        ...size(metadata, shape, calculated, autoNumber),
        nillable: !(metadata.required || type === 'boolean' || metadata.type === 'MasterDetail' || autoNumber),
        required: (metadata.required && !isFormula) || metadata.type === 'MasterDetail',
        defaultedOnCreate: type === 'boolean' || autoNumber || metadata.defaultValue !== null,
        createable: !isFormula && !autoNumber && type !== 'location',
        updateable:
            !isFormula &&
            !autoNumber &&
            type !== 'location' &&
            (metadata.type !== 'MasterDetail' || metadata.reparentableMasterDetail),
        unique: metadata.unique,
        caseSensitive: metadata.caseSensitive,
        externalId: metadata.externalId,
        idLookup: metadata.externalId,
        indexed: metadata.unique || metadata.externalId || (type === 'reference' && !isFormula),
        autoNumber,
        autoNumberFormat: autoNumber
            ? { displayFormat: metadata.displayFormat ?? '{0}', startingNumber: metadata.startingNumber }
            : null,
        calculated: isFormula,
        formula: calculated ? metadata.formula : null,
        blanksAsZero: metadata.formulaTreatBlanksAs !== 'BlankAsBlank',
        rollUp: summary,
        ...defaults(metadata, type),
        ...lookup(metadata, name, context),
        ...metadataDefinition(metadata, context),
        ...picklist(metadata, type, context),
        trackHistory: metadata.trackHistory,
    });
}

export function fieldType(metadata: FieldMetadata): FieldType {
    // such a field holds an API name, and Apex sees a String
    if (metadata.type === 'MetadataRelationship' && NAMED_DEFINITIONS.has(metadata.referenceTo ?? '')) return 'string';
    const type = TYPES[metadata.type ?? ''];
    if (type !== undefined) return type;
    throw new MetadataError(
        'UNSUPPORTED',
        metadata.file,
        `field ${metadata.name} has the type ${metadata.type ?? '(none)'}`,
    );
}

function size(
    metadata: FieldMetadata,
    { type, scale }: FieldShape,
    calculated: boolean,
    autoNumber: boolean,
): Pick<FieldDefinition, 'length' | 'precision' | 'scale'> {
    if (isNumeric(type)) return { length: 0, precision: metadata.precision ?? 18, scale };
    const length = calculated ? FORMULA_TEXT_LENGTH : autoNumber ? AUTO_NUMBER_LENGTH : LENGTHS[type];
    return { length: metadata.length ?? length ?? 0, precision: 0, scale: 0 };
}

/** Checkbox defaults are literals; all other defaults are formulas. */
function defaults(
    metadata: FieldMetadata,
    type: FieldType,
): Pick<FieldDefinition, 'defaultValue' | 'defaultValueFormula'> {
    if (type === 'boolean')
        return { defaultValue: metadata.defaultValue?.toLowerCase() === 'true', defaultValueFormula: null };
    return { defaultValue: null, defaultValueFormula: metadata.defaultValue };
}

const CONSTRAINTS: Readonly<Record<string, DeleteConstraint>> = {
    Cascade: 'cascade',
    Restrict: 'restrict',
    SetNull: 'setNull',
};

function lookup(metadata: FieldMetadata, name: string, context: FieldContext): Partial<FieldDefinition> {
    if (metadata.type === 'Hierarchy')
        return { referenceTo: ['User'], ...relationship(name), deleteConstraint: 'setNull' };
    if (metadata.referenceTo === null) return {};
    const target = context.resolveObject(metadata.referenceTo, context.namespace);
    if (target === undefined) {
        throw new MetadataError('UNKNOWN_REFERENCE', metadata.file, `there is no object ${metadata.referenceTo}`);
    }
    const isDetail = metadata.type === 'MasterDetail';
    const constraint = isDetail ? 'cascade' : (CONSTRAINTS[metadata.deleteConstraint ?? 'SetNull'] ?? 'setNull');
    return {
        referenceTo: [target],
        ...relationship(name),
        relationshipOrder: isDetail ? (metadata.relationshipOrder ?? 0) : null,
        reparentable: !isDetail || metadata.reparentableMasterDetail,
        deleteConstraint: constraint,
        cascadeDelete: constraint === 'cascade',
    };
}

/** A relationship to a field's definition is narrowed by the one to its object's. */
function metadataDefinition(metadata: FieldMetadata, { namespace }: FieldContext): Partial<FieldDefinition> {
    const controller = metadata.metadataRelationshipControllingField;
    if (controller === null) return {};
    return { controllingField: qualify(controller.slice(controller.indexOf('.') + 1), namespace) };
}

function relationship(name: string): Pick<FieldDefinition, 'relationshipName'> {
    return { relationshipName: relationshipNameOf(name) };
}

function picklist(metadata: FieldMetadata, type: FieldType, context: FieldContext): Partial<FieldDefinition> {
    if ((type !== 'picklist' && type !== 'multipicklist') || metadata.formula !== null) return {};
    const values = context.valueSets.ofCustomField(metadata);
    const controllingField = metadata.controllingField;
    return {
        picklistValues: values.map((value): PicklistValueInfo => picklistValue(value)),
        // Global value sets are always restricted.
        restrictedPicklist: metadata.restrictedPicklist || metadata.valueSetName !== null,
        controllingField: controllingField === null ? null : qualify(controllingField, context.namespace),
        dependentValues: new Map(
            controllingField === null ? [] : values.map((value) => [value.fullName, new Set(value.controllingValues)]),
        ),
    };
}

/** `Child__c.Amount__c` and `Child__c.Parent__c`, in the source's bare names. */
function rollUp(metadata: FieldMetadata, context: FieldContext): RollUpDefinition {
    const [child = '', foreignKey = ''] = (metadata.summaryForeignKey ?? '').split('.');
    const childObject = context.resolveObject(child, context.namespace);
    if (childObject === undefined || metadata.summaryOperation === null) {
        throw new MetadataError(
            'UNKNOWN_REFERENCE',
            metadata.file,
            `the roll-up ${metadata.name} needs an operation and a detail object`,
        );
    }
    const summarized = metadata.summarizedField?.split('.')[1];
    return {
        operation: metadata.summaryOperation,
        childObject,
        foreignKey: qualify(foreignKey, context.namespace),
        summarizedField: summarized === undefined ? null : qualify(summarized, context.namespace),
        filters: metadata.summaryFilterItems.map((item) => ({
            ...item,
            field: qualify(item.field.slice(item.field.indexOf('.') + 1), context.namespace),
        })),
    };
}

/** A count is a whole number; a sum, minimum or maximum has the type of what it is of. */
function summaryShape(
    { operation, childObject, summarizedField }: RollUpDefinition,
    context: FieldContext,
): FieldShape {
    const shape = summarizedField === null ? undefined : context.shapeOf(childObject, summarizedField);
    return operation === 'count' || shape === undefined ? { type: 'double', scale: 0 } : shape;
}

function coordinates(location: FieldDefinition): FieldDefinition[] {
    const base = location.name.slice(0, -'__c'.length);
    return (['Latitude', 'Longitude'] as const).map((part) =>
        defineField({
            name: `${base}__${part}__s`,
            localName: `${localName(location.name).slice(0, -'__c'.length)}__${part}__s`,
            namespace: location.namespace,
            label: `${location.label} (${part})`,
            type: 'double',
            custom: true,
            precision: 18,
            scale: 15,
            compoundFieldName: location.name,
        }),
    );
}
