import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredValue } from '../store/stored-row.ts';

/** Contacts, leads and users are named by their parts: `Name` is put together from them and cannot be written. */
export function composeName(object: ObjectSchema, values: StoredValue[]): void {
    const { nameField } = object;
    const lastName = object.field('LastName');
    if (nameField === undefined || nameField.createable || lastName === undefined || lastName.required === false)
        return;
    const parts = ['FirstName', 'LastName'].map((name) => values[object.field(name)?.slot ?? -1]);
    values[nameField.slot] = parts.filter((part) => typeof part === 'string' && part !== '').join(' ') || null;
}
