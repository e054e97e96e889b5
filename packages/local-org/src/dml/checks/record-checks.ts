import type { DmlError } from '@sw-studio/apex/runtime';
import type { FieldSchema } from '../../schema/field-schema.ts';
import type { ObjectSchema, RecordTypeRow } from '../../schema/object-schema.ts';
import { MASTER_RECORD_TYPE_ID } from '../../schema/record-types.ts';
import type { DmlContext } from '../dml-context.ts';
import type { SaveRow } from '../save-row.ts';
import { dmlError } from '../sentences.ts';
import { valueOf } from '../standard-behaviour/row-values.ts';

/** Rules about a record as a whole: its record type, its owner, its place in a hierarchy. */
export function checkRecord(context: DmlContext, object: ObjectSchema, row: SaveRow): void {
    for (const check of [checkRecordType, checkOwner, checkHierarchy]) {
        const error = check(context, object, row);
        if (error !== undefined) row.errors.push(error);
    }
}

function changedValue(field: FieldSchema | undefined, row: SaveRow): string | undefined {
    if (field === undefined) return undefined;
    const value = row.values[field.slot];
    return typeof value === 'string' && row.previous?.[field.slot] !== value ? value : undefined;
}

/** The master record type is the absence of one. */
function checkRecordType(_context: DmlContext, object: ObjectSchema, row: SaveRow): DmlError | undefined {
    const field = object.field('RecordTypeId');
    const id = changedValue(field, row);
    if (field !== undefined && id !== undefined) {
        if (id === MASTER_RECORD_TYPE_ID) row.values[field.slot] = null;
        else if (!object.recordTypes.some((recordType) => recordType.id === id))
            return dmlError('recordTypeOfOther', [field.name], id);
    }
    const recordType = object.recordTypes.find((candidate) => candidate.id === row.values[field?.slot ?? -1]);
    return recordType && checkPicklists(object, recordType, row);
}

/** A restricted picklist takes only the values that the record type was given. */
function checkPicklists(object: ObjectSchema, { picklists }: RecordTypeRow, row: SaveRow): DmlError | undefined {
    for (const [name, { allowed }] of picklists) {
        const field = object.field(name);
        const value = changedValue(field, row);
        if (field === undefined || value === undefined || !field.restrictedPicklist) continue;
        const wrong = (field.type === 'multipicklist' ? value.split(';') : [value]).find((one) => !allowed.has(one));
        if (wrong !== undefined) return dmlError('restrictedPicklist', [field.name], field.label, wrong);
    }
    return undefined;
}

function checkOwner(context: DmlContext, object: ObjectSchema, row: SaveRow): DmlError | undefined {
    const field = object.field('OwnerId');
    const owner = changedValue(field, row);
    if (field === undefined || owner === undefined || !owner.startsWith('005')) return undefined;
    return valueOf(context, owner, 'IsActive') === false
        ? dmlError('ownerInactive', [field.name], owner, object.label.toLowerCase())
        : undefined;
}

/** Lookups of standard objects that form a tree; custom lookups may run in circles. */
const HIERARCHIES = new Set([
    'Account.ParentId',
    'Campaign.ParentId',
    'Case.ParentId',
    'Contact.ReportsToId',
    'User.ManagerId',
    'UserRole.ParentRoleId',
]);
const MAXIMUM_LEVELS = 1000;

function checkHierarchy({ transaction }: DmlContext, object: ObjectSchema, row: SaveRow): DmlError | undefined {
    if (row.id === null) return undefined;
    for (const field of object.fields) {
        if (!HIERARCHIES.has(`${object.name}.${field.name}`)) continue;
        let next = changedValue(field, row);
        for (let level = 0; next !== undefined && level < MAXIMUM_LEVELS; level++) {
            if (next === row.id) return dmlError('circularDependency', [field.name]);
            const parent: unknown = transaction.row(object, next)?.[field.slot];
            next = typeof parent === 'string' ? parent : undefined;
        }
    }
    return undefined;
}
