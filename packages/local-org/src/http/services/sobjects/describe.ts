import type { FieldSchema } from '../../../schema/field-schema.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';

type Json = Readonly<Record<string, unknown>>;

const SETTINGS = new Set<ObjectSchema['kind']>(['hierarchySetting', 'listSetting']);

/** One line of `GET sobjects`. @param root `/services/data/v64.0` */
export function objectSummary(object: ObjectSchema, root: string): Json {
    const address = `${root}/sobjects/${object.name}`;
    return {
        activateable: false,
        createable: object.createable,
        custom: object.custom,
        customSetting: SETTINGS.has(object.kind),
        deletable: object.deletable,
        deprecatedAndHidden: false,
        feedEnabled: object.feedEnabled,
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.labelPlural,
        layoutable: object.kind === 'object',
        mergeable: object.mergeable,
        mruEnabled: object.kind === 'object' && object.searchable,
        name: object.name,
        queryable: object.queryable,
        replicateable: object.queryable,
        retrieveable: object.queryable,
        searchable: object.searchable,
        triggerable: object.triggerable,
        undeletable: object.undeletable,
        updateable: object.updateable,
        urls: { sobject: address, describe: `${address}/describe`, rowTemplate: `${address}/{ID}` },
    };
}

/** `GET sobjects/<name>/describe` (REST API Developer Guide, "sObject Describe"). */
export function objectDescription(object: ObjectSchema, root: string): Json {
    return {
        ...objectSummary(object, root),
        childRelationships: object.childRelationships.map((child) => ({
            cascadeDelete: child.cascadeDelete,
            childSObject: child.childObject,
            deprecatedAndHidden: false,
            field: child.field,
            relationshipName: child.relationshipName,
            restrictedDelete: child.restrictedDelete,
        })),
        fields: object.fields.map(fieldDescription),
        recordTypeInfos: object.recordTypes.map((type) => ({
            active: type.active,
            available: type.active,
            defaultRecordTypeMapping: type.default,
            developerName: type.developerName,
            master: type.master,
            name: type.name,
            recordTypeId: type.id,
            urls: {},
        })),
        compactLayoutable: object.kind === 'object',
        namedLayoutInfos: [],
        networkScopeFieldName: null,
        supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }],
    };
}

function fieldDescription(field: FieldSchema): Json {
    return {
        aggregatable: field.type !== 'longtextarea' && field.type !== 'html',
        autoNumber: field.autoNumber,
        byteLength: field.length * 3,
        calculated: field.calculated,
        calculatedFormula: field.formula,
        cascadeDelete: field.cascadeDelete,
        caseSensitive: field.caseSensitive,
        compoundFieldName: field.compoundFieldName,
        controllerName: field.controllingField,
        createable: field.createable,
        custom: field.custom,
        defaultValue: field.defaultValue ?? null,
        defaultValueFormula: field.defaultValueFormula,
        defaultedOnCreate: field.defaultedOnCreate,
        dependentPicklist: field.controllingField !== null,
        deprecatedAndHidden: false,
        digits: field.type === 'int' ? field.precision : 0,
        externalId: field.externalId,
        filterable: field.type !== 'longtextarea' && field.type !== 'html' && field.type !== 'base64',
        groupable: !['longtextarea', 'html', 'base64', 'double', 'currency', 'datetime'].includes(field.type),
        htmlFormatted: field.type === 'html',
        idLookup: field.idLookup || field.slot === 0,
        inlineHelpText: field.helpText,
        label: field.label,
        length: field.length,
        name: field.name,
        nameField: field.nameField,
        namePointing: field.polymorphic,
        nillable: field.nillable,
        permissionable: field.nillable && field.slot !== 0 && !field.nameField,
        picklistValues: field.picklistValues.map(({ value, label, active, default: isDefault }) => ({
            active,
            defaultValue: isDefault,
            label,
            validFor: null,
            value,
        })),
        polymorphicForeignKey: field.polymorphic,
        precision: field.precision,
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName,
        relationshipOrder: field.relationshipOrder,
        restrictedDelete: field.deleteConstraint === 'restrict',
        restrictedPicklist: field.restrictedPicklist,
        scale: field.scale,
        soapType: soapType(field),
        sortable: field.type !== 'longtextarea' && field.type !== 'html' && field.type !== 'base64',
        type: shownType(field.type),
        unique: field.unique,
        updateable: field.updateable,
        writeRequiresMasterRead: false,
    };
}

/** The API knows one type for text areas of any kind. */
function shownType(type: FieldSchema['type']): string {
    return type === 'longtextarea' || type === 'html' ? 'textarea' : type;
}

const SOAP_TYPES: Partial<Readonly<Record<FieldSchema['type'], string>>> = {
    id: 'tns:ID',
    reference: 'tns:ID',
    boolean: 'xsd:boolean',
    int: 'xsd:int',
    long: 'xsd:long',
    double: 'xsd:double',
    currency: 'xsd:double',
    percent: 'xsd:double',
    date: 'xsd:date',
    datetime: 'xsd:dateTime',
    time: 'xsd:time',
    base64: 'xsd:base64Binary',
    address: 'urn:address',
    location: 'urn:location',
    anyType: 'xsd:anyType',
};

function soapType({ type }: FieldSchema): string {
    return SOAP_TYPES[type] ?? 'xsd:string';
}
