import type { FilterItem } from '../metadata/model.ts';
import type { FieldSchema, RollUpDefinition } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';
import type { DmlContext } from './dml-context.ts';

/** The value of a roll-up summary field over the details of one master. */
export function rollUpValue(
    context: DmlContext,
    detail: ObjectSchema,
    field: FieldSchema,
    details: readonly StoredRow[],
): StoredValue {
    const { operation, summarizedField, filters } = field.rollUp as RollUpDefinition;
    const kept =
        filters.length === 0
            ? details
            : details.filter((row) => filters.every((filter) => matches(context, detail, filter, row)));
    if (operation === 'count') return kept.length;
    const values = kept
        .map((row) => valueOf(context, detail, summarizedField ?? '', row))
        .filter((value) => typeof value === 'number');
    if (operation === 'sum') return roundedSum(values, field.scale);
    if (values.length === 0) return null;
    return operation === 'min' ? values.reduce((a, b) => Math.min(a, b)) : values.reduce((a, b) => Math.max(a, b));
}

/** Sums of decimals in binary gather noise beyond the field's digits. */
function roundedSum(values: readonly number[], scale: number): number {
    const factor = 10 ** scale;
    const sum = values.reduce((total, value) => total + value, 0);
    return Math.round(sum * factor) / factor;
}

function valueOf({ formulas }: DmlContext, object: ObjectSchema, name: string, row: StoredRow): StoredValue {
    const field = object.field(name);
    if (field === undefined) throw new Error(`${object.name} has no field ${name} to roll up`);
    return field.formula === null ? (row[field.slot] ?? null) : formulas.field(object, field, row);
}

/** One line of a roll-up's filter (Metadata API, FilterItem): several values of `equals` are separated by commas. */
function matches(context: DmlContext, object: ObjectSchema, filter: FilterItem, row: StoredRow): boolean {
    const left = valueOf(context, object, filter.field, row);
    if (filter.valueField !== null) {
        const other = valueOf(context, object, filter.valueField.slice(filter.valueField.indexOf('.') + 1), row);
        return compare(filter.operation, left, other);
    }
    const type = object.field(filter.field)?.type ?? 'string';
    const wanted =
        filter.operation === 'equals' || filter.operation === 'notEqual'
            ? (filter.value ?? '').split(',')
            : [filter.value ?? ''];
    const comparisons = wanted.map((text) => compare(filter.operation, left, literal(type, text.trim())));
    return filter.operation === 'notEqual' ? comparisons.every(Boolean) : comparisons.some(Boolean);
}

function literal(type: FieldSchema['type'], text: string): StoredValue {
    if (text === '') return type === 'boolean' ? false : null;
    switch (type) {
        case 'boolean':
            return text.toLowerCase() === 'true' || text === '1';
        case 'int':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            return Number(text);
        case 'date':
            return Math.floor(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
        case 'datetime':
            return Date.parse(text);
        default:
            return text;
    }
}

function compare(operation: string, left: StoredValue, right: StoredValue): boolean {
    const [a, b] = [fold(left), fold(right)];
    switch (operation) {
        case 'equals':
            return a === b;
        case 'notEqual':
            return a !== b;
        case 'contains':
            return String(a ?? '').includes(String(b));
        case 'notContain':
            return !String(a ?? '').includes(String(b));
        case 'startsWith':
            return String(a ?? '').startsWith(String(b));
        case 'includes':
            return String(a ?? '')
                .split(';')
                .includes(String(b));
        case 'excludes':
            return !String(a ?? '')
                .split(';')
                .includes(String(b));
        case 'lessThan':
            return ordered(a, b) && (a as number) < (b as number);
        case 'greaterThan':
            return ordered(a, b) && (a as number) > (b as number);
        case 'lessOrEqual':
            return ordered(a, b) && (a as number) <= (b as number);
        case 'greaterOrEqual':
            return ordered(a, b) && (a as number) >= (b as number);
        default:
            throw new Error(`Roll-up filters have no operation ${operation}`);
    }
}

function fold(value: StoredValue): StoredValue {
    return typeof value === 'string' ? value.toLowerCase() : (value ?? null);
}

function ordered(a: StoredValue, b: StoredValue): boolean {
    return a !== null && b !== null;
}
