import type { PrimitiveName } from '../primitives.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { isValidId, toId } from '../values/id.ts';
import { ApexTime } from '../values/time.ts';
import type { JsonReader } from './reader.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATETIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/;

/**
 * The current token as a primitive, in the representation of a slot of that static type. Text is converted where it has
 * the form of the type; numbers and Booleans may stand where text is wanted.
 *
 * @throws System.JSONException
 */
export function readPrimitive(reader: JsonReader, name: PrimitiveName): unknown {
    const { token, value } = reader;
    if (token === 'VALUE_NULL') return null;
    if (token === 'START_OBJECT' || token === 'START_ARRAY' || token === null) {
        return reader.fail('Illegal value for primitive');
    }
    const converted = convert(name, value);
    if (converted === undefined) {
        reader.fail(
            `Cannot deserialize instance of ${name.toLowerCase()} from ${token} value ${value} ` +
                'or request may be missing a required field',
        );
    }
    return converted;
}

/** undefined: the text does not have the form of the type. */
function convert(name: PrimitiveName, text: string): unknown {
    switch (name) {
        case 'String':
            return text;
        case 'Id':
            return isValidId(text) ? toId(text) : undefined;
        case 'Boolean':
            return text === 'true' ? true : text === 'false' ? false : undefined;
        case 'Integer':
            return toInteger(text, 32);
        case 'Long':
            return toInteger(text, 64);
        case 'Double':
            return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
        case 'Decimal':
            return Decimal.parse(text) ?? undefined;
        case 'Date':
            return parseDate(text);
        case 'Datetime':
            return parseDatetime(text);
        case 'Time':
            return parseTime(text);
        case 'Blob':
            return new ApexBlob(Buffer.from(text, 'base64'));
    }
}

function toInteger(text: string, bits: 32 | 64): number | bigint | undefined {
    if (!/^-?\d+$/.test(text)) return undefined;
    const value = BigInt(text);
    if (value !== BigInt.asIntN(bits, value)) return undefined;
    return bits === 32 ? Number(value) : value;
}

function parseDate(text: string): ApexDate | undefined {
    // a date-time stands for its day
    const match = DATE.exec(text.length > 10 && DATETIME.test(text) ? text.slice(0, 10) : text);
    if (match === null) return undefined;
    const date = ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
    // parts that carried over were no date
    return date.toIsoString() === match[0] ? date : undefined;
}

export function parseDatetime(text: string): ApexDatetime | undefined {
    if (DATE.test(text)) {
        const date = parseDate(text);
        return date && new ApexDatetime(date.epochDay * 86_400_000);
    }
    const match = DATETIME.exec(text);
    if (match === null) return undefined;
    const zone = match[3] === undefined ? 'Z' : match[3].replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
    const milliseconds = Date.parse(`${match[1]}T${match[2]}${zone}`);
    return Number.isNaN(milliseconds) ? undefined : new ApexDatetime(milliseconds);
}

function parseTime(text: string): ApexTime | undefined {
    const match = TIME.exec(text);
    if (match === null) return undefined;
    const [, hour, minute, second, fraction = '0'] = match;
    return ApexTime.of(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0')));
}
