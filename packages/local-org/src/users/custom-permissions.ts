import type { RunningUser } from '@sw-studio/apex/runtime';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** Whether a permission set of the user grants a custom permission. @param name with namespace: `ns__Manage` */
export function hasCustomPermission(
    transaction: OrgTransaction,
    schema: OrgSchema,
    user: RunningUser,
    name: string,
): boolean {
    const permission = findPermission(transaction, schema, name);
    if (permission === undefined) return false;
    const granted = permissionSetsOf(transaction, schema, user);
    const access = schema.require('SetupEntityAccess');
    const [parent, entity] = [access.field('ParentId')?.slot ?? -1, access.field('SetupEntityId')?.slot ?? -1];
    return [...transaction.scan(access)].some(
        (row) => row[entity] === permission[0] && granted.has(row[parent] as string),
    );
}

function findPermission(transaction: OrgTransaction, schema: OrgSchema, name: string): StoredRow | undefined {
    const object = schema.require('CustomPermission');
    const [namespaceSlot, nameSlot] = [
        object.field('NamespacePrefix')?.slot ?? -1,
        object.field('DeveloperName')?.slot ?? -1,
    ];
    const wanted = name.toLowerCase();
    return [...transaction.scan(object)].find((row) => {
        const developerName = String(row[nameSlot]);
        const namespace = row[namespaceSlot];
        const full = typeof namespace === 'string' ? `${namespace}__${developerName}` : developerName;
        return full.toLowerCase() === wanted;
    });
}

/** Ids of the permission sets assigned to the user, that of the profile included. */
export function permissionSetsOf(
    transaction: OrgTransaction,
    schema: OrgSchema,
    user: RunningUser,
): ReadonlySet<string> {
    const ids = new Set<string>();
    const assignment = schema.require('PermissionSetAssignment');
    const [assignee, set] = [
        assignment.field('AssigneeId')?.slot ?? -1,
        assignment.field('PermissionSetId')?.slot ?? -1,
    ];
    for (const row of transaction.scan(assignment)) if (row[assignee] === user.id) ids.add(row[set] as string);
    const permissionSet = schema.require('PermissionSet');
    const profile = permissionSet.field('ProfileId')?.slot ?? -1;
    for (const row of transaction.scan(permissionSet))
        if (row[profile] === user.profileId && user.profileId !== '') ids.add(row[0] as string);
    return ids;
}
