import type { SchemaPort } from '../../src/runtime/ports.ts';
import type {
    ChildRelationshipInfo,
    FieldApexType,
    FieldType,
    SObjectFieldInfo,
    SObjectTypeInfo,
} from '../../src/runtime/sobject/sobject-type.ts';

const APEX_TYPES: Partial<Record<FieldType, FieldApexType>> = {
    id: 'Id',
    reference: 'Id',
    boolean: 'Boolean',
    int: 'Integer',
    double: 'Decimal',
    currency: 'Decimal',
    date: 'Date',
    datetime: 'Datetime',
    time: 'Time',
    base64: 'Blob',
};

export type FieldSpecification = FieldType | (Partial<SObjectFieldInfo> & { readonly type: FieldType });

interface ObjectSpecification extends Partial<Omit<SObjectTypeInfo, 'fields'>> {
    readonly fields: Readonly<Record<string, FieldSpecification>>;
}

function fieldInfo(object: SObjectTypeInfo, name: string, slot: number, given: FieldSpecification): SObjectFieldInfo {
    const specification = typeof given === 'string' ? { type: given } : given;
    return {
        object,
        slot,
        name,
        localName: name,
        label: name.replace(/__c$/, '').replaceAll('_', ' '),
        helpText: null,
        apexType: APEX_TYPES[specification.type] ?? 'String',
        custom: name.endsWith('__c'),
        length: specification.type === 'string' ? 80 : 0,
        precision: 0,
        scale: 0,
        nillable: true,
        unique: false,
        caseSensitive: false,
        externalId: false,
        indexed: false,
        createable: slot !== 0,
        updateable: slot !== 0,
        nameField: name === 'Name',
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
        ...specification,
    };
}

/** An object of the fake schema; `Id` is always its first field. */
export function fakeObject(name: string, { fields, ...rest }: ObjectSpecification): SObjectTypeInfo {
    const list: SObjectFieldInfo[] = [];
    const find = <T>(items: readonly T[], key: (item: T) => string | null, wanted: string): T | undefined =>
        items.find((item) => key(item)?.toLowerCase() === wanted.toLowerCase());
    const childRelationships: readonly ChildRelationshipInfo[] = rest.childRelationships ?? [];
    const info: SObjectTypeInfo = {
        name,
        localName: name,
        namespace: '',
        label: name.replace(/__c$/, ''),
        labelPlural: `${name}s`,
        keyPrefix: null,
        custom: name.endsWith('__c'),
        kind: 'object',
        recordTypes: [],
        fieldSets: [],
        createable: true,
        updateable: true,
        deletable: true,
        undeletable: true,
        mergeable: false,
        queryable: true,
        searchable: true,
        triggerable: true,
        feedEnabled: false,
        ...rest,
        fields: list,
        childRelationships,
        nameField: undefined,
        field: (wanted) => find(list, (field) => field.name, wanted),
        relationship: (wanted) => find(list, (field) => field.relationshipName, wanted),
        childRelationship: (wanted) => find(childRelationships, (child) => child.relationshipName, wanted),
    };
    Object.entries({ Id: 'id' as const, ...fields }).forEach(([fieldName, given], slot) =>
        list.push(fieldInfo(info, fieldName, slot, given)),
    );
    return Object.assign(info, { nameField: info.field('Name') });
}

export class FakeSchema implements SchemaPort {
    readonly labels = new Map<string, string>();
    private readonly objects: readonly SObjectTypeInfo[];

    constructor(objects: readonly SObjectTypeInfo[]) {
        this.objects = objects;
    }

    sobject(name: string, namespace: string): SObjectTypeInfo | undefined {
        const lower = name.toLowerCase();
        const byName = (wanted: string): SObjectTypeInfo | undefined =>
            this.objects.find((each) => each.name.toLowerCase() === wanted);
        return (namespace === '' ? undefined : byName(`${namespace.toLowerCase()}__${lower}`)) ?? byName(lower);
    }

    sobjectByKeyPrefix(prefix: string): SObjectTypeInfo | undefined {
        return this.objects.find((each) => each.keyPrefix === prefix);
    }

    sobjects(): readonly SObjectTypeInfo[] {
        return this.objects;
    }

    label(namespace: string, name: string): string | undefined {
        return this.labels.get(namespace === '' ? name : `${namespace}.${name}`);
    }
}

export const account = fakeObject('Account', {
    keyPrefix: '001',
    fields: {
        Name: 'string',
        AnnualRevenue: 'currency',
        IsActive__c: 'boolean',
        Founded__c: 'date',
        LastCall__c: 'datetime',
        Employees__c: 'int',
        CreatedDate: { type: 'datetime', createable: false, updateable: false },
        Number__c: { type: 'string', autoNumber: true, createable: false, updateable: false },
    },
    childRelationships: [
        {
            relationshipName: 'Contacts',
            childObject: 'Contact',
            field: 'AccountId',
            cascadeDelete: true,
            restrictedDelete: false,
        },
    ],
});

export const contact = fakeObject('Contact', {
    keyPrefix: '003',
    fields: {
        LastName: 'string',
        AccountId: { type: 'reference', referenceTo: ['Account'], relationshipName: 'Account' },
    },
});

export const ACCOUNT_ID = '001000000000001AAA';
export const OTHER_ACCOUNT_ID = '001000000000002AAA';
export const CONTACT_ID = '003000000000001AAA';
