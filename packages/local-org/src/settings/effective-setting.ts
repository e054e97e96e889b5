import type { RunningUser } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';

/** The row of a hierarchy setting for exactly this user, profile or organization. */
export function settingOf(transaction: OrgTransaction, object: ObjectSchema, ownerId: string): StoredRow | undefined {
    return transaction.rowsWith(object, object.field('SetupOwnerId')?.slot ?? -1, ownerId)?.[0];
}

/** A hierarchy setting as it applies to a user: each field from the user, else the profile, else the organization. */
export function effectiveSetting(
    transaction: OrgTransaction,
    object: ObjectSchema,
    user: Pick<RunningUser, 'id' | 'profileId'>,
    organizationId: string,
): StoredRow | undefined {
    const rows = [user.id, user.profileId, organizationId]
        .map((owner) => settingOf(transaction, object, owner))
        .filter((row) => row !== undefined);
    const [nearest] = rows;
    if (nearest === undefined || rows.length === 1) return nearest;
    return object.fields.map(({ slot }): StoredValue => rows.find((row) => row[slot] != null)?.[slot] ?? null);
}
