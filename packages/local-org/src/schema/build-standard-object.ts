import type { PicklistValueInfo } from '@sw-studio/apex/runtime';
import { fieldSets, partsOf, validationRules, type ObjectBuilding } from './build-custom-object.ts';
import { OPEN_REFERENCES, standardChildren } from './child-relationships.ts';
import type { DeleteConstraint, FieldDefinition } from './field-schema.ts';
import type { ObjectPart, ObjectSource } from './object-source.ts';
import { ObjectSchema, type ObjectDefinition } from './object-schema.ts';
import { recordTypes } from './record-types.ts';
import { standardField } from './standard-field.ts';
import { findStandardObject, standardObjectNames, type StandardObject } from './standard-objects/index.ts';
import { recordType } from './system-fields.ts';
import type { FieldMetadata } from '../metadata/model.ts';

const SYSTEM = new Set([
    'OwnerId',
    'IsDeleted',
    'RecordTypeId',
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
]);

/** @param source fields, rules and record types that packages add to the object; undefined: none do */
export function buildStandardObject(
    standard: StandardObject,
    source: ObjectSource | undefined,
    building: ObjectBuilding,
): ObjectSchema {
    const { name } = standard;
    const parts = source === undefined ? [] : partsOf(source);
    const types = recordTypes(name, parts, building.recordTypeId, building.defaultRecordTypes);
    const setting = parts.find(({ metadata }) => metadata.sharingModel !== null)?.metadata;
    const definition: ObjectDefinition = {
        name,
        localName: name,
        namespace: '',
        label: standard.label,
        labelPlural: standard.pluralLabel,
        keyPrefix: standard.keyPrefix ?? (standard.queryable ? building.prefixes.of(name, 'z') : null),
        custom: false,
        kind: kindOf(standard),
        fieldSets: fieldSets(parts),
        recordTypes: standard.customizable ? types : [],
        validationRules: validationRules(parts),
        childRelationships: [...standardChildren(name), ...building.customFields.childrenOf(name)],
        createable: standard.createable,
        updateable: standard.updateable,
        deletable: standard.deletable,
        undeletable: standard.undeletable,
        mergeable: standard.mergeable,
        queryable: standard.queryable,
        searchable: standard.searchable,
        triggerable: standard.triggerable,
        feedEnabled: parts.some(({ metadata }) => metadata.enableFeeds),
        setup: standard.setup,
        sharingModel: setting?.sharingModel ?? (standard.customizable ? 'ReadWrite' : null),
        trackHistory: parts.some(({ metadata }) => metadata.enableHistory),
        publishBehavior: standard.nature === 'platformEvent' ? 'PublishImmediately' : null,
        parentObject: standard.parentObject,
        visibility: 'Public',
    };
    return new ObjectSchema(definition, fieldsOf(standard, parts, types.length > 1, building));
}

function kindOf({ nature, name }: StandardObject): ObjectDefinition['kind'] {
    if (name === 'AggregateResult') return 'aggregate';
    return nature === 'feed' || nature === 'virtual' ? 'object' : nature;
}

/**
 * Id first, then what every row has, then custom fields, then the many standard fields that few rows fill: rows are
 * kept as arrays that end at their last value.
 */
function fieldsOf(
    standard: StandardObject,
    parts: readonly ObjectPart[],
    hasRecordTypes: boolean,
    building: ObjectBuilding,
): FieldDefinition[] {
    const adjustments = adjustmentsOf(parts);
    const fields = standard.fields
        .filter(
            ({ requires, name }) =>
                requires === null || building.features.has(requires) || (name === 'RecordTypeId' && hasRecordTypes),
        )
        .map((field) =>
            adjust(standardField(field, constraintOf(standard.name, field.name)), standard.name, adjustments, building),
        );
    const hasRecordTypeField = fields.some(({ name }) => name === 'RecordTypeId');
    const all = hasRecordTypes && !hasRecordTypeField && standard.customizable ? [...fields, recordType()] : fields;
    const rank = (field: FieldDefinition): number => {
        if (field.name === 'Id') return 0;
        return SYSTEM.has(field.name) || field.nameField || !field.nillable ? 1 : 3;
    };
    const custom = building.customFields.of(standard.name);
    return [
        ...all.filter((field) => rank(field) === 0),
        ...all.filter((field) => rank(field) === 1),
        ...custom,
        ...all.filter((field) => rank(field) === 3),
    ];
}

function adjustmentsOf(parts: readonly ObjectPart[]): ReadonlyMap<string, FieldMetadata> {
    return new Map(
        parts.flatMap(({ metadata }) =>
            metadata.fields
                .filter(({ name }) => !name.includes('__'))
                .map((field) => [field.name.toLowerCase(), field] as const),
        ),
    );
}

function adjust(
    field: FieldDefinition,
    object: string,
    adjustments: ReadonlyMap<string, FieldMetadata>,
    building: ObjectBuilding,
): FieldDefinition {
    const adjustment = adjustments.get(field.name.toLowerCase());
    const shared = building.valueSets.ofStandardField(object, field.name);
    const own = adjustment?.picklistValues.map((value): PicklistValueInfo => ({
        value: value.fullName,
        label: value.label,
        active: value.active,
        default: value.default,
    }));
    return {
        ...field,
        trackHistory: adjustment?.trackHistory ?? field.trackHistory,
        picklistValues: shared ?? (own !== undefined && own.length > 0 ? own : field.picklistValues),
        referenceTo: targetsOf(field, object, building),
        ...(TRUE_BY_DEFAULT.has(`${object}.${field.name}`) && { defaultValue: true }),
    };
}

/** Checkboxes that are set where the caller says nothing. */
const TRUE_BY_DEFAULT = new Set(['User.IsActive']);

/** The tables name standard targets, or none for references to any record; custom objects are added here. */
function targetsOf(field: FieldDefinition, object: string, building: ObjectBuilding): readonly string[] {
    if (!field.polymorphic) return field.referenceTo;
    if (field.referenceTo.length === 0) return [...standardObjectNames(), ...building.customObjectNames()];
    const open = OPEN_REFERENCES.has(`${object}.${field.name}`.toLowerCase());
    return open ? [...field.referenceTo, ...building.customObjectNames()] : field.referenceTo;
}

/** The tables say on the parent's side what becomes of children. */
function constraintOf(object: string, field: string): DeleteConstraint {
    const target = findStandardObject(object)?.fields.find(({ name }) => name === field)?.referenceTo[0];
    const relationship =
        target === undefined
            ? undefined
            : findStandardObject(target)?.childRelationships.find(
                  (child) => child.childSObject === object && child.field === field,
              );
    if (relationship?.restrictedDelete) return 'restrict';
    return relationship?.cascadeDelete ? 'cascade' : 'setNull';
}
