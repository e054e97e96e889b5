import type { SObjectTypeInfo } from '@sw-studio/apex/runtime';
import { defineField, type FieldDefinition } from './field-schema.ts';
import { localName } from './names.ts';
import { ObjectSchema } from './object-schema.ts';
import type { ObjectSource } from './object-source.ts';
import { historyFields, shareFields } from './system-fields.ts';

type DerivedKind = Extract<SObjectTypeInfo['kind'], 'share' | 'history' | 'changeEvent'>;

const SUFFIXES: Readonly<Record<DerivedKind, string>> = {
    share: 'Share',
    history: 'History',
    changeEvent: 'ChangeEvent',
};

/** Prefixes of the platform's own; all custom shares have one, and so have all custom histories. */
const PREFIXES: Readonly<Record<DerivedKind, string | null>> = { share: '02c', history: '017', changeEvent: null };

/** Full names of shares, histories and change events of custom objects, in lower case, with the object they belong to. */
export function derivedObjectNames(sources: readonly ObjectSource[]): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const { name, kind, definition } of sources) {
        if (definition === null || kind !== 'object') continue;
        const { metadata } = definition;
        const stem = name.slice(0, -'c'.length);
        const isDetail = metadata.fields.some(({ type }) => type === 'MasterDetail');
        const isShared = !isDetail && (metadata.sharingModel === 'Private' || metadata.sharingModel === 'Read');
        if (isShared) names.set(`${stem}Share`.toLowerCase(), name);
        if (metadata.enableHistory) names.set(`${stem}History`.toLowerCase(), name);
        names.set(`${stem}ChangeEvent`.toLowerCase(), name);
    }
    return names;
}

export function buildDerivedObject(key: string, parent: ObjectSchema): ObjectSchema {
    const kind = (Object.keys(SUFFIXES) as DerivedKind[]).find((candidate) =>
        key.endsWith(SUFFIXES[candidate].toLowerCase()),
    );
    if (kind === undefined) throw new Error(`${key} is not derived from ${parent.name}`);
    const name = `${parent.name.slice(0, -'c'.length)}${SUFFIXES[kind]}`;
    const isShare = kind === 'share';
    return new ObjectSchema(
        {
            name,
            localName: localName(name),
            namespace: parent.namespace,
            label: `${parent.label} ${SUFFIXES[kind]}`,
            labelPlural: `${parent.label} ${SUFFIXES[kind]}`,
            keyPrefix: PREFIXES[kind],
            custom: true,
            kind,
            fieldSets: [],
            recordTypes: [],
            validationRules: [],
            childRelationships: [],
            createable: isShare,
            updateable: isShare,
            deletable: isShare,
            undeletable: false,
            mergeable: false,
            queryable: kind !== 'changeEvent',
            searchable: false,
            triggerable: kind === 'changeEvent',
            feedEnabled: false,
            setup: false,
            sharingModel: null,
            trackHistory: false,
            publishBehavior: null,
            parentObject: parent.name,
            visibility: 'Public',
        },
        fieldsOf(kind, parent),
    );
}

function fieldsOf(kind: DerivedKind, parent: ObjectSchema): FieldDefinition[] {
    if (kind === 'share') return shareFields(parent.name);
    return kind === 'history' ? historyFields(parent.name) : changeEventFields(parent);
}

/** Fields of the record, without formulas and system flags, beside the header (Change Data Capture guide). */
function changeEventFields(parent: ObjectSchema): FieldDefinition[] {
    return [
        defineField({ name: 'Id', label: 'Record ID', type: 'id', length: 18, createable: false, updateable: false }),
        defineField({
            name: 'ReplayId',
            label: 'Replay ID',
            type: 'string',
            length: 1000,
            createable: false,
            updateable: false,
        }),
        defineField({
            name: 'ChangeEventHeader',
            label: 'Change Event Header',
            type: 'anyType',
            apexType: 'EventBus.ChangeEventHeader',
            createable: false,
            updateable: false,
        }),
        ...parent.fields
            .filter(
                ({ name, calculated }) =>
                    !calculated && name !== 'Id' && name !== 'IsDeleted' && name !== 'SystemModstamp',
            )
            .map((field): FieldDefinition => ({
                ...field,
                createable: false,
                updateable: false,
                required: false,
                nillable: true,
            })),
    ];
}
