import type { RunningUser } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { effectiveSetting } from '../settings/effective-setting.ts';
import type { StoredRow } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import type { FormulaEnvironment } from './compiled.ts';

export interface FormulaOrigin {
    readonly transaction: OrgTransaction;
    readonly schema: OrgSchema;
    readonly user: RunningUser;
    readonly organizationId: string;
    /** Whether the running user has the custom permission; named with its namespace. */
    customPermission(name: string): boolean;
}

/** What formulas read of the org beside the row itself. */
export function formulaEnvironment(origin: FormulaOrigin): Omit<FormulaEnvironment, 'formula'> {
    const { transaction, schema, user, organizationId } = origin;
    const rowIds: Readonly<Record<string, string | null>> = {
        User: user.id,
        Profile: user.profileId,
        UserRole: user.roleId,
        Organization: organizationId,
    };
    const row = (object: ObjectSchema, id: string): StoredRow | undefined => transaction.row(object, id);
    return {
        user,
        row,
        now: () => transaction.now(),
        objectOfId: (id) => schema.objectOfId(id),
        globalRow: (object) => {
            const id = rowIds[object.name];
            return id == null ? undefined : row(object, id);
        },
        setting: (object) => effectiveSetting(transaction, object, user, organizationId),
        metadataRecord: (object, developerName) => {
            const slot = object.field('DeveloperName')?.slot ?? -1;
            return transaction.rowsWith(object, slot, developerName)?.[0];
        },
        customPermission: (name) => origin.customPermission(name),
        label: (namespace, name) => schema.label(namespace, name)?.value,
    };
}
