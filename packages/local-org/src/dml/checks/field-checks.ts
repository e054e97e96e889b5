import type { DmlError, DmlOptions } from '@sw-studio/apex/runtime';
import { isFormula, isNumeric, isText, type FieldSchema } from '../../schema/field-schema.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { StoredValue } from '../../store/stored-row.ts';
import { dmlError } from '../sentences.ts';
import type { SaveRow } from '../save-row.ts';
import { isEmailAddress } from './email-address.ts';
import { roundToScale } from './round-to-scale.ts';

/** Says what is wrong with one value, or brings it into the form that is stored. */
type FieldCheck = (row: SaveRow, options: DmlOptions) => DmlError | undefined;

const checksOfObject = new WeakMap<ObjectSchema, readonly FieldCheck[]>();

/**
 * System validation of one row: sizes, ranges, restricted picklists and addresses of what changed, then the fields that
 * may not be empty.
 */
export function checkFields(object: ObjectSchema, row: SaveRow, options: DmlOptions): void {
    let checks = checksOfObject.get(object);
    if (checks === undefined) {
        checks = object.fields.flatMap(fieldChecks);
        checksOfObject.set(object, checks);
    }
    for (const check of checks) {
        const error = check(row, options);
        if (error !== undefined) row.errors.push(error);
    }
    const missing = object.fields.filter((field) => field.required && isBlank(row.values[field.slot]));
    if (missing.length > 0) {
        const names = missing.map(({ name }) => name);
        row.errors.push(dmlError('requiredFieldMissing', names, names.join(', ')));
    }
}

function fieldChecks(field: FieldSchema): FieldCheck[] {
    if (isFormula(field) || field.rollUp !== null || field.name === 'Id') return [];
    const checks: FieldCheck[] = [];
    if (isNumeric(field.type)) checks.push(whenChanged(field, numberCheck(field)));
    if (isText(field.type) && field.length > 0) checks.push(whenChanged(field, lengthCheck(field)));
    if (field.type === 'email') checks.push(whenChanged(field, emailCheck(field)));
    // Values of a few standard picklists, such as time zones, are not in the tables: those restrict nothing.
    if (field.restrictedPicklist && field.picklistValues.length > 0) {
        checks.push(whenChanged(field, picklistCheck(field)));
    }
    return checks;
}

/** A value that was stored before stays valid, whatever the field has become since. */
function whenChanged(
    field: FieldSchema,
    check: (row: SaveRow, value: string & number, options: DmlOptions) => DmlError | undefined,
): FieldCheck {
    const { slot } = field;
    return (row, options) => {
        const value = row.values[slot];
        if (value === null || value === undefined || row.previous?.[slot] === value) return undefined;
        return check(row, value as string & number, options);
    };
}

function lengthCheck({ slot, length, label }: FieldSchema) {
    return (row: SaveRow, value: string, { allowFieldTruncation }: DmlOptions): DmlError | undefined => {
        if (value.length <= length) return undefined;
        if (allowFieldTruncation) {
            row.values[slot] = value.slice(0, length);
            return undefined;
        }
        const field = row.record.type.fields[slot];
        return dmlError('stringTooLong', [field?.name ?? ''], label, value, length);
    };
}

function numberCheck(field: FieldSchema) {
    const { slot, precision, scale, label, name } = field;
    const wholeDigits = precision - scale;
    const limit = 10 ** wholeDigits;
    return (row: SaveRow, value: number): DmlError | undefined => {
        const rounded = roundToScale(value, scale);
        row.values[slot] = rounded;
        if (precision === 0 || Math.abs(rounded) < limit) return undefined;
        return dmlError('numberOutsideRange', [name], label, value);
    };
}

function emailCheck({ label, name }: FieldSchema) {
    return (_row: SaveRow, value: string): DmlError | undefined =>
        isEmailAddress(value) ? undefined : dmlError('invalidEmail', [name], label, value);
}

/** Picklist values are compared without case, and stored as the picklist spells them. */
function picklistCheck(field: FieldSchema) {
    const spelling = new Map(
        field.picklistValues.filter(({ active }) => active).map(({ value }) => [value.toLowerCase(), value]),
    );
    return (row: SaveRow, value: string): DmlError | undefined => {
        const chosen = field.type === 'multipicklist' ? value.split(';') : [value];
        const spelled = chosen.map((one) => spelling.get(one.trim().toLowerCase()));
        const wrong = chosen.find((_, index) => spelled[index] === undefined);
        if (wrong !== undefined) return dmlError('restrictedPicklist', [field.name], field.label, wrong);
        row.values[field.slot] = spelled.join(';');
        return undefined;
    };
}

function isBlank(value: StoredValue): boolean {
    return value === null || value === undefined || value === '';
}
