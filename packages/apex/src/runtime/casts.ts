import { throwApex } from './exceptions/throw.ts';
import { isNumber, primitiveNameOf, toDecimal } from './primitives.ts';
import { SObject } from './sobject/sobject.ts';
import { typeOfObject } from './supertypes.ts';
import { primitiveType, sobjectType } from './types-registry.ts';
import type { RuntimeType } from './types.ts';
import { MILLISECONDS_PER_DAY } from './values/calendar.ts';
import { ApexDate } from './values/date.ts';
import { ApexDatetime } from './values/datetime.ts';
import { Decimal } from './values/decimal.ts';
import { BoxedDouble } from './values/double.ts';
import { toId } from './values/id.ts';

/** `value instanceof type`: false for null. */
export function instanceOf(value: unknown, type: RuntimeType): boolean {
    return value !== null && type.isInstance(value);
}

/**
 * `(type) value` for a value from an Object slot, in the representation of a slot whose static type is `type`: an
 * Integer cast to Long becomes a bigint, and any number cast to Double a bare JavaScript number.
 *
 * @throws System.TypeException `Invalid conversion from runtime type String to Integer`
 */
export function castTo(value: unknown, type: RuntimeType): unknown {
    if (value === null) return null;
    if (!type.isInstance(value)) {
        // a String that is no Id fails as the assignment would
        if (type.name === 'Id' && typeof value === 'string') return toId(value);
        throwApex('System.TypeException', conversionMessage(value, type));
    }
    return type.kind === 'primitive' ? toPrimitive(value, type) : value;
}

function toPrimitive(value: unknown, type: RuntimeType): unknown {
    switch (type.name) {
        case 'Long':
            return typeof value === 'number' ? BigInt(value) : value;
        case 'Decimal':
            return isNumber(value) ? toDecimal(value) : value;
        case 'Double':
            return toDouble(value);
        case 'Datetime':
            return value instanceof ApexDate ? new ApexDatetime(value.epochDay * MILLISECONDS_PER_DAY) : value;
        case 'Id':
            return toId(value as string);
        default:
            return value;
    }
}

function toDouble(value: unknown): unknown {
    if (value instanceof BoxedDouble) return value.value;
    if (value instanceof Decimal) return value.doubleValue();
    return typeof value === 'bigint' ? Number(value) : value;
}

/** A value as it lies in a slot of static type `type` (a Double unboxed), boxed for an Object slot or a collection. */
export function boxFrom(value: unknown, type: RuntimeType): unknown {
    return typeof value === 'number' && type.name === 'Double' ? new BoxedDouble(value) : value;
}

export function conversionMessage(value: unknown, type: RuntimeType): string {
    const from = typeOf(value);
    return `Invalid conversion from runtime type ${printType(from)} to ${printType(type)}`;
}

/** The type of a value in an Object slot. Text is a String, since nothing tells an Id from it. */
export function typeOf(value: unknown): RuntimeType {
    const primitive = primitiveNameOf(value);
    if (primitive !== null) return primitiveType(primitive);
    if (value instanceof SObject) return sobjectType(value.type.name);
    const type = typeof value === 'object' && value !== null ? typeOfObject(value) : null;
    if (type === null) throw new Error(`A value of no Apex type: ${String(value)}`);
    return type;
}

/** In messages the platform writes ANY for Object inside of type arguments: `List<ANY>`. */
function printType(type: RuntimeType): string {
    if (type.arguments.length === 0) return type.name;
    const open = type.name.indexOf('<');
    const typeArguments = type.arguments.map((each) => (each.kind === 'any' ? 'ANY' : printType(each)));
    return `${type.name.slice(0, open)}<${typeArguments.join(',')}>`;
}
