import { boxFrom } from '../casts.ts';
import { ApexList } from '../collections/list.ts';
import { ApexMap } from '../collections/map.ts';
import { ApexSet } from '../collections/set.ts';
import { typeByName } from '../class-registry.ts';
import { ApexEnumConstant } from '../enums.ts';
import { throwApex } from '../exceptions/throw.ts';
import { findDataType, type DataType } from '../library/data-object.ts';
import type { PrimitiveName } from '../primitives.ts';
import { anyType } from '../types-registry.ts';
import type { ClassDescriptor, FieldDescriptor, RuntimeType } from '../types.ts';
import { readPrimitive } from './read-primitive.ts';
import { readRecord } from './read-record.ts';
import { JsonReader } from './reader.ts';

/**
 * `JSON.deserialize` and, with `strict`, `deserializeStrict`, which refuses members that the type does not have.
 *
 * @returns the value in the representation of an Object slot
 * @throws System.JSONException
 */
export function deserialize(text: string, type: RuntimeType, strict: boolean): unknown {
    const reader = new JsonReader(text);
    if (STARTS_TEXT.test(text)) refuseText(reader, type);
    if (reader.next() === null) throwApex('System.JSONException', 'No content to map to Object due to end of input');
    return boxFrom(readTyped(reader, type, strict), type);
}

const STARTS_TEXT = /^\s*"/;

/** The platform looks for the end of a text when it is wanted: where it stands for a list or an object, it never is. */
function refuseText(reader: JsonReader, type: RuntimeType): void {
    if (type.kind === 'list' || type.kind === 'set') reader.fail(NO_LIST);
    if (type.kind === 'sobject' || type.kind === 'map') reader.fail(NO_OBJECT);
}

const NO_LIST = "Malformed JSON: Expected '[' at the beginning of List/Set";
const NO_OBJECT = "Malformed JSON: Expected '{' at the beginning of object";

/** The value that the current token starts, in the representation of a slot of static type `type`. */
export function readTyped(reader: JsonReader, type: RuntimeType, strict: boolean): unknown {
    if (type.kind === 'primitive') return readPrimitive(reader, type.name as PrimitiveName);
    if (reader.token === 'VALUE_NULL') return null;
    switch (type.kind) {
        case 'list':
            return new ApexList(elementOf(type), readItems(reader, elementOf(type), strict));
        case 'set':
            return ApexSet.of(elementOf(type), readItems(reader, elementOf(type), strict));
        case 'map':
            return readMap(reader, type, strict);
        case 'sobject':
            return readRecord(reader, type.name);
        case 'enum':
            return readEnum(reader, type);
        default:
            return readObject(reader, type, strict);
    }
}

function elementOf(type: RuntimeType): RuntimeType {
    return type.arguments[0] ?? anyType;
}

function readItems(reader: JsonReader, element: RuntimeType, strict: boolean): unknown[] {
    if (reader.token !== 'START_ARRAY') reader.fail(NO_LIST);
    const items: unknown[] = [];
    while (reader.next() !== 'END_ARRAY') items.push(boxFrom(readTyped(reader, element, strict), element));
    return items;
}

function readMap(reader: JsonReader, type: RuntimeType, strict: boolean): ApexMap {
    const [keyType = anyType, valueType = anyType] = type.arguments;
    expectObject(reader);
    const map = new ApexMap(keyType, valueType);
    while (reader.next() === 'FIELD_NAME') {
        const key = boxFrom(readTyped(reader, keyType, strict), keyType);
        reader.next();
        map.put(key, boxFrom(readTyped(reader, valueType, strict), valueType));
    }
    return map;
}

function expectObject(reader: JsonReader): void {
    if (reader.token !== 'START_OBJECT') reader.fail(NO_OBJECT);
}

function readEnum(reader: JsonReader, type: RuntimeType): unknown {
    const constants = (type as Partial<ClassDescriptor>).constants ?? [];
    const found = constants.find((each) => each instanceof ApexEnumConstant && each.name === reader.value);
    return found ?? reader.fail(`Illegal value for enum: ${reader.value}`);
}

function readObject(reader: JsonReader, type: RuntimeType, strict: boolean): unknown {
    const dataType = findDataType(type.name);
    if (dataType !== undefined) return readData(reader, dataType, strict);
    const descriptor = type as Partial<ClassDescriptor>;
    if (descriptor.allocate === undefined || descriptor.abstract === true) {
        throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
    }
    expectObject(reader);
    const object = descriptor.allocate();
    const fields = settableFields(type);
    while (reader.next() === 'FIELD_NAME') {
        const field = fields.get(reader.value.toLowerCase());
        if (field === undefined) {
            skipMember(reader, type, strict);
        } else {
            reader.next();
            field.set?.(object, readTyped(reader, field.type, strict));
        }
    }
    return object;
}

function skipMember(reader: JsonReader, type: RuntimeType, strict: boolean): void {
    if (strict) throwApex('System.JSONException', `Unknown field: ${type.name}.${reader.value}`);
    reader.next();
    reader.skipChildren();
}

const fieldsByType = new WeakMap<RuntimeType, ReadonlyMap<string, FieldDescriptor>>();

function settableFields(type: RuntimeType): ReadonlyMap<string, FieldDescriptor> {
    let fields = fieldsByType.get(type);
    if (fields === undefined) {
        const { superclass, fields: own = [] } = type as Partial<ClassDescriptor>;
        const collected = new Map(superclass ? settableFields(superclass) : []);
        for (const field of own) if (!field.static && field.set) collected.set(field.name.toLowerCase(), field);
        fields = collected;
        fieldsByType.set(type, fields);
    }
    return fields;
}

/** Results of the platform, which tests build from JSON because they have no public constructor. */
function readData(reader: JsonReader, type: DataType, strict: boolean): unknown {
    expectObject(reader);
    const object = type.create();
    while (reader.next() === 'FIELD_NAME') {
        const memberType = typeByName(null, type.memberTypes.get(reader.value.toLowerCase()) ?? '');
        if (memberType === null) {
            skipMember(reader, anyType, strict);
        } else {
            const name = reader.value;
            reader.next();
            object.set(name, readTyped(reader, memberType, strict));
        }
    }
    return object;
}
