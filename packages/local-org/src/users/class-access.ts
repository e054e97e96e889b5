import type { ClassDescriptor } from '@sw-studio/apex/runtime';
import type { OpenTransaction } from '../org.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { permissionSetsOf } from './custom-permissions.ts';

/**
 * Whether a user may enter Apex by a class: a permission set or profile of his grants it, or he may write Apex himself. What that class
 * then calls is not asked about (Apex Developer Guide, "Class Security").
 */
export function hasClassAccess(
    { transaction, user, access }: OpenTransaction,
    schema: OrgSchema,
    { namespace, simpleName, outerName }: ClassDescriptor,
): boolean {
    if (access.isUnbound || access.permissions.authorApex) return true;
    const classes = schema.require('ApexClass');
    const [nameSlot, namespaceSlot] = ['Name', 'NamespacePrefix'].map((name) => classes.field(name)?.slot ?? -1) as [
        number,
        number,
    ];
    const name = (outerName ?? simpleName).split('.')[0]?.toLowerCase();
    const row = [...transaction.scan(classes)].find(
        (each) =>
            String(each[nameSlot]).toLowerCase() === name &&
            String(each[namespaceSlot] ?? '').toLowerCase() === namespace.toLowerCase(),
    );
    if (row === undefined) return false;
    const granted = permissionSetsOf(transaction, schema, user);
    const grants = schema.require('SetupEntityAccess');
    const [parent, entity] = [grants.field('ParentId')?.slot ?? -1, grants.field('SetupEntityId')?.slot ?? -1];
    return [...transaction.scan(grants)].some((each) => each[entity] === row[0] && granted.has(each[parent] as string));
}
