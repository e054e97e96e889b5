import { ApexList } from '../collections/list.ts';
import { current } from '../context.ts';
import { throwApex } from '../exceptions/throw.ts';
import type { PrimitiveName } from '../primitives.ts';
import type { SObjectFieldInfo } from '../sobject/sobject-type.ts';
import { SObject } from '../sobject/sobject.ts';
import { visibleChildren, visibleField, visibleRelationship } from '../sobject/visible-names.ts';
import { sobjectType } from '../types-registry.ts';
import { readPrimitive } from './read-primitive.ts';
import type { JsonReader } from './reader.ts';
import { readUntyped } from './untyped.ts';

/**
 * A record from the object that the current token starts. Read-only fields may be set this way: tests rely on it.
 *
 * @param typeName `SObject` where `attributes.type`, which must then come first, says what it is
 * @throws System.JSONException `No such column 'Foo__c' on sobject of type Account`
 */
export function readRecord(reader: JsonReader, typeName: string): SObject {
    if (reader.token !== 'START_OBJECT') reader.fail("Malformed JSON: Expected '{' at the beginning of object");
    let record = typeName === 'SObject' ? null : newRecord(typeName);
    while (reader.next() === 'FIELD_NAME') {
        if (reader.value === 'attributes') {
            const named = readAttributes(reader);
            record ??= newRecord(named ?? '');
        } else {
            record ??= newRecord('');
            readMember(reader, record);
        }
    }
    return record ?? newRecord('');
}

function newRecord(name: string): SObject {
    const info = current.transaction.schema.sobject(name, current.transaction.namespace);
    if (info === undefined) throwApex('System.JSONException', `Apex Type unsupported in JSON: ${name || 'SObject'}`);
    return new SObject(info);
}

/** @returns the type that the attributes name */
function readAttributes(reader: JsonReader): string | null {
    let type: string | null = null;
    if (reader.next() !== 'START_OBJECT') return null;
    while (reader.next() === 'FIELD_NAME') {
        const isType = reader.value === 'type';
        reader.next();
        if (isType) type = reader.value;
        reader.skipChildren();
    }
    return type;
}

function readMember(reader: JsonReader, record: SObject): void {
    const name = reader.value;
    const { type } = record;
    const field = visibleField(type, name);
    if (field !== undefined) {
        reader.next();
        record.values[field.slot] = readField(reader, field);
        return;
    }
    const lookup = visibleRelationship(type, name);
    const children = visibleChildren(type, name);
    if (lookup !== undefined) readParent(reader, record, lookup);
    else if (children !== undefined) readChildren(reader, record, name, children.childObject);
    else throwApex('System.JSONException', `No such column '${name}' on sobject of type ${type.name}`);
}

function readField(reader: JsonReader, field: SObjectFieldInfo): unknown {
    // Double fields hold Decimals in memory
    const name = field.apexType === 'Double' ? 'Decimal' : field.apexType;
    if (name === 'Object' || name.startsWith('System.')) return readUntyped(reader);
    return readPrimitive(reader, name as PrimitiveName);
}

function readParent(reader: JsonReader, record: SObject, lookup: SObjectFieldInfo): void {
    reader.next();
    const name = (lookup.relationshipName ?? '').toLowerCase();
    const parentType = lookup.referenceTo.length === 1 ? (lookup.referenceTo[0] ?? 'SObject') : 'SObject';
    const parent = reader.token === 'VALUE_NULL' ? null : readRecord(reader, parentType);
    (record.parents ??= new Map()).set(name, parent);
}

function readChildren(reader: JsonReader, record: SObject, name: string, childObject: string): void {
    const list = new ApexList(sobjectType(childObject));
    if (reader.next() === 'START_ARRAY') readRows(reader, list, childObject);
    else if (reader.token === 'START_OBJECT') {
        while (reader.next() === 'FIELD_NAME') {
            const isRecords = reader.value === 'records';
            if (reader.next() === 'START_ARRAY' && isRecords) readRows(reader, list, childObject);
            else reader.skipChildren();
        }
    }
    (record.children ??= new Map()).set(name.toLowerCase(), list);
}

function readRows(reader: JsonReader, list: ApexList, childObject: string): void {
    while (reader.next() !== 'END_ARRAY') list.items.push(readRecord(reader, childObject));
}
