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

/** Ids of the permission sets of the user: assigned ones, members of assigned groups, and that of the profile. */
export function permissionSetsOf(
    transaction: OrgTransaction,
    schema: OrgSchema,
    user: RunningUser,
): ReadonlySet<string> {
    const column = (objectName: string, name: string): ((row: StoredRow) => unknown) => {
        const slot = schema.require(objectName).field(name)?.slot ?? -1;
        return (row) => row[slot];
    };
    const ids = new Set<string>();
    const groups = new Set<unknown>();
    const [assignee, set, group] = ['AssigneeId', 'PermissionSetId', 'PermissionSetGroupId'].map((name) =>
        column('PermissionSetAssignment', name),
    ) as [(row: StoredRow) => unknown, (row: StoredRow) => unknown, (row: StoredRow) => unknown];
    for (const row of transaction.scan(schema.require('PermissionSetAssignment'))) {
        if (assignee(row) !== user.id) continue;
        ids.add(set(row) as string);
        groups.add(group(row));
    }
    const [memberGroup, member] = [
        column('PermissionSetGroupComponent', 'PermissionSetGroupId'),
        column('PermissionSetGroupComponent', 'PermissionSetId'),
    ];
    for (const row of transaction.scan(schema.require('PermissionSetGroupComponent'))) {
        const assigned = memberGroup(row);
        if (assigned != null && groups.has(assigned)) ids.add(member(row) as string);
    }
    const profile = column('PermissionSet', 'ProfileId');
    for (const row of transaction.scan(schema.require('PermissionSet'))) {
        if (user.profileId !== '' && profile(row) === user.profileId) ids.add(row[0] as string);
    }
    return ids;
}
