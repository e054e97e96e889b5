import { type ApexType, genericRecord, recordType, type RecordType } from '../bind/types.ts';
import type { SObjectFieldInfo } from '../runtime/sobject/sobject-type.ts';
import type { FieldAccessExpression } from '../syntax/ast.ts';
import { setType } from './annotations.ts';
import type { BodyContext } from './context.ts';

/** `record.Field`, `record.Parent__r`, `record.Children__r` */
export function accessRecordMember(
    expression: FieldAccessExpression,
    type: RecordType,
    context: BodyContext,
): ApexType | undefined {
    const name = expression.name.text;
    const { info } = type;
    if (info === null) {
        if (name.toLowerCase() !== 'id') return undefined;
        const any = context.universe.schema.sobject('Account', '')?.field('Id');
        return any === undefined
            ? undefined
            : setType(expression, context.known.id, { kind: 'recordField', field: any });
    }
    const field = info.field(name);
    if (field !== undefined)
        return setType(expression, apexTypeOfField(field, context), { kind: 'recordField', field });
    const lookup = info.relationship(name);
    if (lookup !== undefined) return setType(expression, parentType(lookup, context), { kind: 'recordParent', lookup });
    const relationship = info.childRelationship(name);
    if (relationship === undefined) return undefined;
    const child = context.universe.schema.sobject(relationship.childObject, context.universe.namespace);
    if (child === undefined) return undefined;
    return setType(expression, context.known.listOf(recordType(child)), { kind: 'recordChildren', relationship });
}

/** A lookup to several objects (`Owner`, `What`) is the object Name on the platform, which has what they all share. */
function parentType(lookup: SObjectFieldInfo, context: BodyContext): ApexType {
    const { schema, namespace } = context.universe;
    const [only, ...others] = lookup.referenceTo;
    const target = others.length === 0 && only !== undefined ? only : 'Name';
    const info = schema.sobject(target, namespace);
    return info === undefined ? genericRecord : recordType(info);
}

/** `Account.SObjectType`, `Account.Name`, `Account.fields` */
export function accessRecordType(
    expression: FieldAccessExpression,
    type: RecordType,
    context: BodyContext,
): ApexType | undefined {
    const { info } = type;
    if (info === null) return undefined;
    const name = expression.name.text;
    const { universe } = context;
    switch (name.toLowerCase()) {
        case 'sobjecttype':
            return setType(expression, universe.platformType('Schema', 'SObjectType'), { kind: 'objectToken', info });
        case 'fields':
            return setType(expression, universe.platformType('Schema', 'SObjectTypeFields'), {
                kind: 'fieldMap',
                info,
                describe: false,
            });
        case 'fieldsets':
            return setType(expression, universe.platformType('Schema', 'SObjectTypeFieldSets'), {
                kind: 'fieldSetMap',
                info,
            });
        default:
            break;
    }
    const field = info.field(name) ?? info.relationship(name);
    if (field === undefined) return undefined;
    const isRelationship = info.field(name) === undefined;
    const parent = isRelationship ? universe.schema.sobject(field.referenceTo[0] ?? '', universe.namespace) : undefined;
    if (isRelationship && parent !== undefined) {
        return setType(expression, recordType(parent), { kind: 'type', type: recordType(parent) });
    }
    return setType(expression, universe.platformType('Schema', 'SObjectField'), { kind: 'fieldToken', field });
}

export function apexTypeOfField(field: SObjectFieldInfo, context: BodyContext): ApexType {
    const { known, universe } = context;
    switch (field.apexType) {
        case 'Object':
            return known.object;
        case 'System.Address':
        case 'System.Location':
            return universe.platformType('System', field.apexType.slice('System.'.length));
        case 'EventBus.ChangeEventHeader':
            return universe.platformType('EventBus', 'ChangeEventHeader');
        default:
            return universe.platformType('System', field.apexType);
    }
}
