import type { RowValues } from './row-values.ts';

/** Contacts, leads and users are named by their parts: `Name` is put together from them and cannot be written. */
export function composeName(values: RowValues): void {
    const parts = [values.get('FirstName'), values.get('LastName')];
    values.set('Name', parts.filter((part) => typeof part === 'string' && part !== '').join(' ') || null);
}
