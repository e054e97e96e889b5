import { ApexList } from '../collections/list.ts';
import { ApexMap } from '../collections/map.ts';
import { throwApex } from '../exceptions/throw.ts';
import { anyType, primitiveType } from '../types-registry.ts';
import { Decimal } from '../values/decimal.ts';
import type { JsonReader } from './reader.ts';

/**
 * The value that the current token starts, as `JSON.deserializeUntyped` gives it: Map<String, Object>, List<Object>,
 * String, Boolean; Integer, Long or Decimal by what the number needs.
 */
export function readUntyped(reader: JsonReader): unknown {
    switch (reader.token) {
        case 'START_OBJECT':
            return readMap(reader);
        case 'START_ARRAY':
            return readList(reader);
        case 'VALUE_STRING':
            return reader.value;
        case 'VALUE_NUMBER_INT':
            return integral(reader.value);
        case 'VALUE_NUMBER_FLOAT':
            return decimalOf(reader.value);
        case 'VALUE_TRUE':
            return true;
        case 'VALUE_FALSE':
            return false;
        case 'VALUE_NULL':
            return null;
        default:
            return throwApex('System.JSONException', 'No content to map to Object due to end of input');
    }
}

function readMap(reader: JsonReader): ApexMap {
    const map = new ApexMap(primitiveType('String'), anyType);
    while (reader.next() === 'FIELD_NAME') {
        const name = reader.value;
        reader.next();
        map.put(name, readUntyped(reader));
    }
    return map;
}

function readList(reader: JsonReader): ApexList {
    const list = new ApexList(anyType);
    while (reader.next() !== 'END_ARRAY') list.items.push(readUntyped(reader));
    return list;
}

function integral(text: string): number | bigint | Decimal {
    const value = BigInt(text);
    if (value === BigInt.asIntN(32, value)) return Number(value);
    return value === BigInt.asIntN(64, value) ? value : Decimal.ofBigInt(value, 0);
}

/** A number as written, with its scale; exponents are worked out. */
export function decimalOf(text: string): Decimal {
    const parsed = Decimal.parse(text);
    if (parsed === null) throwApex('System.JSONException', `Illegal value for primitive: ${text}`);
    return parsed;
}
