import type { OpenTransaction } from '../org.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { permissionSetsOf } from '../users/custom-permissions.ts';

/** The object on whose permission the use of credentials depends (Salesforce Help, "Enable User External Credentials"). */
const USER_EXTERNAL_CREDENTIAL = 'UserExternalCredential';

/** Whether a permission set of the running user grants the principal. Nobody has it without, not even administrators. */
export function mayUsePrincipal(
    schema: OrgSchema,
    { transaction, user, access }: OpenTransaction,
    id: string,
): boolean {
    const { permissions } = access;
    if (!permissions.viewAllData && !permissions.object(USER_EXTERNAL_CREDENTIAL).read) return false;
    const granted = permissionSetsOf(transaction, schema, user);
    const object = schema.require('SetupEntityAccess');
    const [parent, entity] = [object.field('ParentId')?.slot ?? -1, object.field('SetupEntityId')?.slot ?? -1];
    return [...transaction.scan(object)].some((row) => row[entity] === id && granted.has(row[parent] as string));
}
