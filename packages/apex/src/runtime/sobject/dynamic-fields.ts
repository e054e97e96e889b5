import { throwApex } from '../exceptions/throw.ts';
import { isNumber, toDecimal } from '../primitives.ts';
import { typeOf } from '../casts.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { isValidId, toId } from '../values/id.ts';
import { GMT } from '../values/time-zone.ts';
import { ApexTime } from '../values/time.ts';
import { throwNotQueried, throwReadOnly, unsetValue } from './fields.ts';
import type { SObjectFieldInfo, SObjectTypeInfo } from './sobject-type.ts';
import type { SObject } from './sobject.ts';
import { visibleField } from './visible-names.ts';

/** @throws System.SObjectException `Invalid field Foo__c for Account` */
export function fieldOf(type: SObjectTypeInfo, name: string): SObjectFieldInfo {
    return visibleField(type, name) ?? throwApex('System.SObjectException', `Invalid field ${name} for ${type.name}`);
}

/** `record.get(name)`: also the columns of aggregate rows and aliased select items. */
export function getDynamic(record: SObject, name: string): unknown {
    const alias = record.aliases?.get(name.toLowerCase());
    if (alias !== undefined) return alias;
    const field = fieldOf(record.type, name);
    const value = record.values[field.slot];
    if (value !== undefined) return value;
    if (record.queried && field.slot !== 0) throwNotQueried(record, field.name);
    return unsetValue(field);
}

/**
 * `record.put(name, value)`.
 *
 * @returns the value before, null where there was none
 * @throws System.SObjectException for an unknown or read-only field and for a value of another type
 */
export function putDynamic(record: SObject, name: string, value: unknown): unknown {
    const field = fieldOf(record.type, name);
    if (record.readOnly) throwReadOnly();
    if (!isWritable(field)) throwApex('System.SObjectException', `Field ${field.name} is not editable`);
    const previous = record.values[field.slot] ?? null;
    record.values[field.slot] = toFieldValue(field, value);
    return previous;
}

function isWritable(field: SObjectFieldInfo): boolean {
    return field.slot === 0 || field.createable || field.updateable;
}

/**
 * A value from an Object slot in the representation of the field.
 *
 * @throws System.SObjectException `Illegal assignment from String to Decimal`
 */
export function toFieldValue(field: SObjectFieldInfo, value: unknown): unknown {
    if (value === null) return null;
    const converted = convert(field, value);
    if (converted === undefined) {
        throwApex('System.SObjectException', `Illegal assignment from ${typeOf(value).name} to ${field.apexType}`);
    }
    return converted;
}

/** undefined: no such conversion. */
function convert(field: SObjectFieldInfo, value: unknown): unknown {
    switch (field.apexType) {
        case 'String':
            return typeof value === 'string' ? value : undefined;
        case 'Id':
            return typeof value === 'string' && (value === '' || isValidId(value)) ? toId(value || null) : undefined;
        case 'Boolean':
            return typeof value === 'boolean' ? value : undefined;
        case 'Integer':
            return typeof value === 'number' ? value : undefined;
        case 'Long':
            return typeof value === 'number' ? BigInt(value) : typeof value === 'bigint' ? value : undefined;
        case 'Double':
        case 'Decimal':
            return isNumber(value) ? toDecimal(value) : undefined;
        case 'Date':
            if (value instanceof ApexDatetime) return value.date(GMT);
            return value instanceof ApexDate ? value : undefined;
        case 'Datetime':
            if (value instanceof ApexDate) return ApexDatetime.ofDateAndTime(value, new ApexTime(0), GMT);
            return value instanceof ApexDatetime ? value : undefined;
        case 'Time':
            return value instanceof ApexTime ? value : undefined;
        default:
            return value;
    }
}
