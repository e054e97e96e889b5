import type { SoqlField, SoqlObject } from '../schema.ts';

/**
 * Through a polymorphic lookup a query sees the `Name` object, which has these fields alone, whatever the row points to
 * (Object Reference, "Name"); TYPEOF is the way to the others.
 */
const nameFields: ReadonlySet<string> = new Set([
    'alias',
    'email',
    'firstname',
    'id',
    'isactive',
    'lastname',
    'lastreferenceddate',
    'lastvieweddate',
    'middlename',
    'name',
    'nameoralias',
    'phone',
    'profileid',
    'recordtypeid',
    'suffix',
    'title',
    'type',
    'userroleid',
    'username',
]);

export function isNameField(name: string): boolean {
    return nameFields.has(name.toLowerCase());
}

/** The field that stands for a field of `Name` in one target: a case is named by its number. */
export function nameFieldOf(target: SoqlObject, name: string): SoqlField | undefined {
    return target.field(name) ?? (name.toLowerCase() === 'name' ? target.nameFields[0] : undefined);
}
