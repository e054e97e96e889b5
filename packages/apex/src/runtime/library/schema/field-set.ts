import { ApexList } from '../../collections/list.ts';
import { current } from '../../context.ts';
import { displayType } from '../../schema/display-type.ts';
import { fieldToken } from '../../schema/sobject-field.ts';
import { SObjectTypeToken } from '../../schema/sobject-type-token.ts';
import type { FieldSetInfo, SObjectFieldInfo, SObjectTypeInfo } from '../../sobject/sobject-type.ts';
import { namedType } from '../../types-registry.ts';
import { defineDataType, type DataObject } from '../data-object.ts';

const fieldSetType = defineDataType('Schema.FieldSet', {
    // a list of its own for each caller, who may change it
    methods: { 'getFields()': (set: DataObject) => (set.get('fields') as ApexList).clone() },
});
const memberType = defineDataType('Schema.FieldSetMember');

export const fieldSetLibraries = [fieldSetType.library, memberType.library];

const results = new WeakMap<FieldSetInfo, DataObject>();

/** One result per field set: its members are then equal between describe calls. */
export function fieldSet(object: SObjectTypeInfo, set: FieldSetInfo): DataObject {
    let result = results.get(set);
    if (result === undefined) results.set(set, (result = makeFieldSet(object, set)));
    return result;
}

function makeFieldSet(object: SObjectTypeInfo, set: FieldSetInfo): DataObject {
    const members = set.members.map(({ path, required }) => member(object, path, required));
    return fieldSetType.create({
        description: set.description,
        fields: ApexList.of(namedType('Schema.FieldSetMember'), members),
        label: set.label,
        name: set.name,
        nameSpace: set.namespace === '' ? null : set.namespace,
        sobjectType: SObjectTypeToken.of(object),
    });
}

function member(object: SObjectTypeInfo, path: string, required: boolean): DataObject {
    const field = fieldAt(object, path.split('.'));
    return memberType.create({
        fieldPath: path,
        required,
        dbRequired: field !== undefined && !field.nillable,
        label: field?.label ?? path,
        type: field === undefined ? null : displayType(field.type),
        sobjectField: field === undefined ? null : fieldToken(field),
    });
}

/** Follows lookups: `Owner.Name`. */
function fieldAt(object: SObjectTypeInfo, [name = '', ...rest]: readonly string[]): SObjectFieldInfo | undefined {
    if (rest.length === 0) return object.field(name);
    const parent = object.relationship(name)?.referenceTo[0];
    const info = parent === undefined ? undefined : current.transaction.schema.sobject(parent, object.namespace);
    return info && fieldAt(info, rest);
}
