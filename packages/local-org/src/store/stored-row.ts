import type { StoredRow, StoredValue } from '@sw-studio/soql';

export type { StoredRow, StoredValue } from '@sw-studio/soql';

/**
 * Drops trailing nulls, so that rows of wide objects stay small. A row is never changed once it is in a table.
 */
export function compactRow(values: readonly StoredValue[]): StoredRow {
    let length = values.length;
    while (length > 0 && (values[length - 1] === null || values[length - 1] === undefined)) length--;
    // A copy of the exact length: growing an array leaves spare room behind.
    return values.slice(0, length);
}
