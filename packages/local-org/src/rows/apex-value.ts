import { ApexBlob, ApexDate, ApexDatetime, ApexTime, Decimal, id18, type FieldType } from '@sw-studio/apex/runtime';
import type { StoredValue } from '../store/stored-row.ts';

/** What the conversion of a value depends on: a field, or a computed column. */
export interface ValueShape {
    readonly type: FieldType;
    /** Digits after the point that a number is shown with; undefined: as many as it has. */
    readonly scale?: number | undefined;
}

/**
 * A stored value as Apex holds it. Numbers of currency, double and percent fields come back with the field's scale, as
 * the platform returns them: 5 in a field of scale 2 is 5.00.
 */
export function toApexValue({ type, scale }: ValueShape, value: StoredValue): unknown {
    if (value === null || value === undefined) return type === 'boolean' ? false : null;
    switch (type) {
        case 'double':
        case 'currency':
        case 'percent':
            return toDecimal(value as number, scale);
        case 'long':
            return BigInt(value);
        case 'date':
            return new ApexDate(value as number);
        case 'datetime':
            return new ApexDatetime(value as number);
        case 'time':
            return new ApexTime(value as number);
        case 'base64':
            return new ApexBlob(Buffer.from(value as string, 'base64'));
        default:
            return value;
    }
}

/** Beyond this the product with a power of ten may lose digits. */
const EXACT = 2 ** 50;

export function toDecimal(value: number, scale: number | undefined): Decimal {
    if (scale !== undefined) {
        const unscaled = Math.round(value * 10 ** scale);
        if (Math.abs(unscaled) < EXACT && unscaled / 10 ** scale === value)
            return new Decimal(unscaled + 0, null, scale);
    }
    const decimal = Decimal.ofDouble(value);
    if (scale !== undefined) return decimal.scale <= scale ? decimal.setScale(scale, 'HALF_UP') : decimal;
    return Number.isInteger(value) ? decimal.setScale(0, 'HALF_UP') : decimal;
}

/**
 * An Apex value as it is stored; null and empty text are the same. Numbers are not yet rounded to the field's scale.
 */
export function toStoredValue(type: FieldType, value: unknown): StoredValue {
    if (value === null || value === undefined || value === '') return null;
    if (value instanceof Decimal) return value.doubleValue();
    if (typeof value === 'bigint') return Number(value);
    // Stored datetimes have whole seconds.
    if (value instanceof ApexDatetime) return Math.floor(value.milliseconds / 1000) * 1000;
    if (value instanceof ApexDate) return value.epochDay;
    if (value instanceof ApexTime) return value.milliseconds;
    if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
    if (typeof value === 'string') return toStoredText(type, value);
    return value as StoredValue;
}

const TRIMMED = new Set<FieldType>(['string', 'picklist', 'email', 'phone', 'url', 'combobox']);

/** Ids are stored with their checksum, whichever form they came in. */
function toStoredText(type: FieldType, text: string): StoredValue {
    if (TRIMMED.has(type)) return text.trim() || null;
    const isShortId = (type === 'id' || type === 'reference') && text.length === ID_WITHOUT_CHECKSUM;
    return isShortId ? id18(text) : text;
}

const ID_WITHOUT_CHECKSUM = 15;
