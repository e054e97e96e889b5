import type { DmlError } from '@sw-studio/apex/runtime';
import { dmlError } from '../sentences.ts';
import type { RowValues } from './row-values.ts';

/** One row per pair: an assignment or a membership that is there already is refused. */
export function refuseDoublePair(
    objectName: string,
    first: string,
    second: string,
): (values: RowValues) => DmlError | undefined {
    return (values) => {
        const { transaction, schema } = values.context;
        const object = schema.require(objectName);
        const [firstSlot, secondSlot] = [object.field(first)?.slot ?? -1, object.field(second)?.slot ?? -1];
        const twin = (transaction.rowsWith(object, firstSlot, values.get(first)) ?? []).find(
            (row) => row[secondSlot] === values.get(second) && row[0] !== values.row.id,
        );
        return twin && dmlError('duplicateValue', [], `${first}, ${second}`, String(twin[0]));
    };
}

/** A permission set group is assigned through the permission set that stands for it. */
export function deriveAssignment(values: RowValues): DmlError | undefined {
    const group = values.get('PermissionSetGroupId');
    if (typeof group === 'string' && values.get('PermissionSetId') === null) {
        const { transaction, schema } = values.context;
        const object = schema.require('PermissionSet');
        const slot = object.field('PermissionSetGroupId')?.slot ?? -1;
        const standIn = transaction.rowsWith(object, slot, group)?.[0];
        values.set('PermissionSetId', standIn?.[0] ?? null);
    }
    return refuseDoubleAssignment(values);
}

const refuseDoubleAssignment = refuseDoublePair('PermissionSetAssignment', 'AssigneeId', 'PermissionSetId');

/** A group without a developer name gets one from its name. */
export function nameGroup(values: RowValues): void {
    values.setIfEmpty('DeveloperName', String(values.get('Name') ?? '').replaceAll(/\W+/g, '_') || null);
}

/** A campaign member is called as the lead or contact is. */
export function deriveCampaignMember(values: RowValues): void {
    const lookup = values.get('ContactId') === null ? 'LeadId' : 'ContactId';
    values.set('LeadOrContactId', values.get(lookup));
    values.set('HasResponded', values.get('Status') === 'Responded');
    for (const field of ['Name', 'FirstName', 'LastName']) values.set(field, values.parent(lookup, field));
}
