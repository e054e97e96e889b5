export type PrimitiveName =
    'Blob' | 'Boolean' | 'Date' | 'Datetime' | 'Decimal' | 'Double' | 'Id' | 'Integer' | 'Long' | 'String' | 'Time';

const ID = /^[A-Za-z0-9]{15}(?:[A-Z0-5]{3})?$/;

/** What `instanceof` answers for a value in an Object slot. */
export function isPrimitiveInstance(name: PrimitiveName, value: unknown): boolean {
    switch (name) {
        case 'String':
            return typeof value === 'string';
        case 'Id':
            return typeof value === 'string' && ID.test(value);
        case 'Integer':
            return typeof value === 'number';
        case 'Long':
            return typeof value === 'bigint';
        case 'Boolean':
            return typeof value === 'boolean';
        default:
            return false;
    }
}
