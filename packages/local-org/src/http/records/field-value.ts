import { ApexBlob, ApexDate, ApexDatetime, ApexTime, Decimal } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../schema/field-schema.ts';
import { ApiError } from '../routing/api-error.ts';

const DAY = 86_400_000;
const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/;

/**
 * A value that came as JSON or as text, in the representation of Apex.
 *
 * @throws ApiError JSON_PARSER_ERROR for what the field cannot hold
 */
export function fieldValue(field: FieldSchema, value: unknown): unknown {
    if (value === null || value === '') return null;
    const converted = isScalar(value) ? convert(field, value) : undefined;
    if (converted === undefined) throw mismatch(field, value);
    return converted;
}

type Scalar = string | number | boolean;

function isScalar(value: unknown): value is Scalar {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** undefined: the value is none of the field's type. */
function convert({ type }: FieldSchema, value: Scalar): unknown {
    switch (type) {
        case 'boolean':
            return booleanOf(value);
        case 'int':
            return INTEGER.test(String(value)) ? Number(value) : undefined;
        case 'long':
            return INTEGER.test(String(value)) ? BigInt(String(value)) : undefined;
        case 'double':
        case 'currency':
        case 'percent':
            return NUMBER.test(String(value)) ? Decimal.ofDouble(Number(value)) : undefined;
        case 'date':
            return dateOf(String(value));
        case 'datetime':
            return datetimeOf(String(value), value);
        case 'time':
            return timeOf(String(value));
        case 'base64':
            return new ApexBlob(Buffer.from(String(value), 'base64'));
        case 'address':
        case 'location':
        case 'anyType':
            return undefined;
        default:
            return String(value);
    }
}

function booleanOf(value: unknown): boolean | undefined {
    if (typeof value === 'boolean') return value;
    const text = typeof value === 'string' ? value.toLowerCase() : '';
    if (text === 'true' || text === '1') return true;
    return text === 'false' || text === '0' ? false : undefined;
}

function dateOf(text: string): ApexDate | undefined {
    if (!DATE.test(text) && !DATETIME.test(text)) return undefined;
    const milliseconds = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(milliseconds) ? undefined : new ApexDate(milliseconds / DAY);
}

/** Numbers are epoch milliseconds: sf gives the start of a trace flag so. HTTP dates are taken too, for its end. */
function datetimeOf(text: string, value: unknown): ApexDatetime | undefined {
    if (typeof value === 'number') return new ApexDatetime(value);
    const isIso = DATE.test(text) || DATETIME.test(text);
    if (!isIso && !text.endsWith('GMT')) return undefined;
    const hasZone = /(?:Z|[+-]\d{2}:?\d{2}|GMT)$/.test(text.slice(10));
    const milliseconds = Date.parse(hasZone ? text : `${DATE.test(text) ? `${text}T00:00:00` : text}Z`);
    return Number.isNaN(milliseconds) ? undefined : new ApexDatetime(milliseconds);
}

function timeOf(text: string): ApexTime | undefined {
    const match = TIME.exec(text);
    if (match === null) return undefined;
    const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map((part) => Number(part ?? 0));
    const milliseconds = Number((match[4] ?? '').padEnd(3, '0'));
    return new ApexTime(((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds);
}

const SHOWN_TYPES: Readonly<Record<string, string>> = { int: 'int', boolean: 'boolean', date: 'date' };

function mismatch(field: FieldSchema, value: unknown): ApiError {
    const kind =
        typeof value === 'number' ? 'VALUE_NUMBER' : typeof value === 'boolean' ? 'VALUE_TRUE' : 'VALUE_STRING';
    const type = SHOWN_TYPES[field.type] ?? field.type;
    const shown = isScalar(value) ? `${kind} value ${String(value)}` : 'START_OBJECT';
    return new ApiError(
        400,
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of ${type} from ${shown} or request may be missing a required field at [${field.name}]`,
        [field.name],
    );
}
