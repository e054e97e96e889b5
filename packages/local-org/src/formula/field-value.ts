import type { FieldSchema } from '../schema/field-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';
import type { FormulaEnvironment, FormulaType } from './compiled.ts';

/** Reads a field of a row as a formula sees it. */
export function valueReader(
    field: FieldSchema,
    type: FormulaType,
    blanksAsZero: boolean,
): (row: StoredRow, environment: FormulaEnvironment) => StoredValue {
    const empty = emptyValue(type, blanksAsZero);
    return (row, environment) => {
        const stored = field.formula === null ? row[field.slot] : environment.formula(field.object, field, row);
        return storedAsSeen(field, stored) ?? empty;
    };
}

/** Percent fields hold 50 and mean 0.5. */
export function storedAsSeen(field: FieldSchema, stored: StoredValue | undefined): StoredValue {
    if (stored === null || stored === undefined) return null;
    return field.type === 'percent' ? Number(((stored as number) * 0.01).toPrecision(15)) : stored;
}

export function emptyValue(type: FormulaType, blanksAsZero: boolean): StoredValue {
    if (type === 'boolean') return false;
    return type === 'number' && blanksAsZero ? 0 : null;
}

export function formulaTypeOf(field: FieldSchema): FormulaType {
    switch (field.type) {
        case 'int':
        case 'long':
        case 'double':
        case 'currency':
        case 'percent':
            return 'number';
        case 'boolean':
        case 'date':
        case 'datetime':
        case 'time':
        case 'location':
        case 'multipicklist':
            return field.type;
        case 'picklist':
            return 'picklist';
        default:
            return 'text';
    }
}
