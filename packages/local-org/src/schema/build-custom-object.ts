import type { ChildRelationshipInfo, FieldSetInfo, SObjectTypeInfo } from '@sw-studio/apex/runtime';
import type { ObjectMetadata } from '../metadata/model.ts';
import { standardChildrenOfCustomObject } from './child-relationships.ts';
import type { CustomFieldIndex } from './custom-field-index.ts';
import { prefixFamily, type ObjectPart, type ObjectSource } from './object-source.ts';
import { localName, namespaceOf, qualify } from './names.ts';
import { ObjectSchema, type ValidationRule } from './object-schema.ts';
import type { OrgSchemaOptions } from './org-schema.ts';
import type { ValueSets } from './picklists.ts';
import { recordTypes } from './record-types.ts';
import { systemFields } from './system-fields.ts';

/** What the building of one object needs of the whole org. */
export interface ObjectBuilding extends OrgSchemaOptions {
    readonly customFields: CustomFieldIndex;
    readonly valueSets: ValueSets;
    /** `object.developername` of the record types that profiles make the default. */
    readonly defaultRecordTypes: ReadonlySet<string>;
    customObjectNames(): readonly string[];
}

type Capabilities = Pick<
    SObjectTypeInfo,
    'createable' | 'updateable' | 'deletable' | 'undeletable' | 'mergeable' | 'queryable' | 'searchable' | 'triggerable'
>;

const NOTHING: Capabilities = {
    createable: false,
    updateable: false,
    deletable: false,
    undeletable: false,
    mergeable: false,
    queryable: true,
    searchable: false,
    triggerable: false,
};
const WRITABLE: Capabilities = { ...NOTHING, createable: true, updateable: true, deletable: true };

const CAPABILITIES: Readonly<Partial<Record<SObjectTypeInfo['kind'], Capabilities>>> = {
    object: { ...WRITABLE, undeletable: true, triggerable: true },
    hierarchySetting: WRITABLE,
    listSetting: WRITABLE,
    customMetadata: NOTHING,
    platformEvent: { ...NOTHING, createable: true, queryable: false, triggerable: true },
};

export function buildCustomObject(
    source: ObjectSource,
    building: ObjectBuilding,
    derivedChildren: readonly ChildRelationshipInfo[],
): ObjectSchema {
    const { name, kind } = source;
    const metadata = (source.definition as ObjectPart).metadata;
    const parts = partsOf(source);
    const fields = building.customFields.of(name);
    const isDetail = fields.some(({ relationshipOrder }) => relationshipOrder !== null);
    const types = recordTypes(name, parts, building.recordTypeId, building.defaultRecordTypes);
    const label = metadata.label ?? metadata.name;
    const capabilities = CAPABILITIES[kind] ?? NOTHING;
    return new ObjectSchema(
        {
            name,
            localName: localName(name),
            namespace: namespaceOf(name),
            label,
            labelPlural: metadata.pluralLabel ?? label,
            keyPrefix: building.prefixes.of(name, prefixFamily(kind)),
            custom: true,
            kind,
            fieldSets: fieldSets(parts),
            recordTypes: kind === 'object' ? types : [],
            validationRules: validationRules(parts),
            childRelationships: [
                ...(kind === 'object' ? standardChildrenOfCustomObject(metadata.enableActivities) : []),
                ...derivedChildren,
                ...building.customFields.childrenOf(name),
            ],
            ...capabilities,
            searchable: kind === 'object' && metadata.enableSearch,
            feedEnabled: metadata.enableFeeds,
            setup: false,
            sharingModel:
                kind === 'object' ? (isDetail ? 'ControlledByParent' : (metadata.sharingModel ?? 'ReadWrite')) : null,
            trackHistory: metadata.enableHistory,
            publishBehavior: kind === 'platformEvent' ? publishBehavior(metadata) : null,
            parentObject: null,
            visibility: metadata.visibility ?? 'Public',
        },
        [...systemFields(kind, metadata, !isDetail, types.length > 1), ...fields],
    );
}

/** Metadata that says nothing means "immediately" (Metadata API, CustomObject.publishBehavior). */
function publishBehavior(metadata: ObjectMetadata): 'PublishAfterCommit' | 'PublishImmediately' {
    return metadata.publishBehavior ?? 'PublishImmediately';
}

export function partsOf({ definition, extensions }: ObjectSource): readonly ObjectPart[] {
    return definition === null ? extensions : [definition, ...extensions];
}

export function fieldSets(parts: readonly ObjectPart[]): FieldSetInfo[] {
    return parts.flatMap(({ namespace, metadata }) =>
        metadata.fieldSets.map((fieldSet) => ({
            name: fieldSet.name,
            namespace,
            label: fieldSet.label,
            description: fieldSet.description,
            members: fieldSet.displayedFields.map(({ field, required }) => ({
                path: field
                    .split('.')
                    .map((step) => qualify(step, namespace))
                    .join('.'),
                required,
            })),
        })),
    );
}

export function validationRules(parts: readonly ObjectPart[]): ValidationRule[] {
    return parts.flatMap(({ namespace, metadata }) => metadata.validationRules.map((rule) => ({ ...rule, namespace })));
}
