import { defineField, type FieldStart } from './field-schema.ts';
import { ObjectSchema } from './object-schema.ts';

/** Objects that the Tooling API alone knows (Tooling API Reference). Apex and data queries do not see them. */
function toolingObject(name: string, keyPrefix: string, fields: readonly FieldStart[]): ObjectSchema {
    const system: FieldStart[] = [
        { name: 'CreatedDate', type: 'datetime', createable: false, updateable: false },
        { name: 'CreatedById', type: 'reference', referenceTo: ['User'], relationshipName: 'CreatedBy' },
        { name: 'LastModifiedDate', type: 'datetime', createable: false, updateable: false },
    ];
    return new ObjectSchema(
        {
            name,
            localName: name,
            namespace: '',
            label: name,
            labelPlural: name,
            keyPrefix,
            custom: false,
            kind: 'object',
            fieldSets: [],
            recordTypes: [],
            validationRules: [],
            childRelationships: [],
            createable: true,
            updateable: true,
            deletable: true,
            undeletable: false,
            mergeable: false,
            queryable: true,
            searchable: false,
            triggerable: false,
            feedEnabled: false,
            setup: true,
            sharingModel: null,
            trackHistory: false,
            publishBehavior: null,
            parentObject: null,
            visibility: 'Public',
        },
        [{ name: 'Id', type: 'id', length: 18, indexed: true } satisfies FieldStart, ...system, ...fields].map(
            defineField,
        ),
    );
}

const LEVELS: readonly FieldStart[] = [
    'ApexCode',
    'ApexProfiling',
    'Callout',
    'Database',
    'System',
    'Validation',
    'Visualforce',
    'Workflow',
].map((name) => ({ name, type: 'string', length: 40 }));

const CLASS_OR_TRIGGER: FieldStart = {
    name: 'ApexClassOrTriggerId',
    type: 'reference',
    length: 18,
    referenceTo: ['ApexClass'],
    relationshipName: 'ApexClassOrTrigger',
};

const COVERED: readonly FieldStart[] = [
    { name: 'NumLinesCovered', type: 'int' },
    { name: 'NumLinesUncovered', type: 'int' },
    { name: 'Coverage', type: 'anyType' },
];

const OBJECTS: readonly ObjectSchema[] = [
    toolingObject('DebugLevel', '7dl', [
        { name: 'DeveloperName', type: 'string', length: 80, nameField: true },
        { name: 'MasterLabel', type: 'string', length: 80 },
        ...LEVELS,
    ]),
    toolingObject('TraceFlag', '7tf', [
        {
            name: 'TracedEntityId',
            type: 'reference',
            length: 18,
            referenceTo: ['User'],
            relationshipName: 'TracedEntity',
        },
        { name: 'LogType', type: 'string', length: 40 },
        { name: 'StartDate', type: 'datetime' },
        { name: 'ExpirationDate', type: 'datetime' },
        {
            name: 'DebugLevelId',
            type: 'reference',
            length: 18,
            referenceTo: ['DebugLevel'],
            relationshipName: 'DebugLevel',
        },
        ...LEVELS,
    ]),
    toolingObject('ApexCodeCoverage', '714', [
        CLASS_OR_TRIGGER,
        {
            name: 'ApexTestClassId',
            type: 'reference',
            length: 18,
            referenceTo: ['ApexClass'],
            relationshipName: 'ApexTestClass',
        },
        { name: 'TestMethodName', type: 'string', length: 255 },
        ...COVERED,
    ]),
    toolingObject('ApexCodeCoverageAggregate', '715', [CLASS_OR_TRIGGER, ...COVERED]),
    toolingObject('ApexOrgWideCoverage', '716', [{ name: 'PercentCovered', type: 'int' }]),
];

const BY_NAME = new Map(OBJECTS.map((object) => [object.name.toLowerCase(), object]));

/** Case-insensitive. */
export function findToolingObject(name: string): ObjectSchema | undefined {
    return BY_NAME.get(name.toLowerCase());
}
