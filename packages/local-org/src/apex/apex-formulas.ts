import { RecordFormulas } from '../formula/record-formulas.ts';
import { formulaEnvironment } from '../formula/transaction-environment.ts';
import type { LocalOrg, OpenTransaction } from '../org.ts';
import { hasCustomPermission } from '../users/custom-permissions.ts';

/** The formulas of Apex in one transaction: with its rows, its user and its clock. */
export function apexFormulas(org: LocalOrg, { transaction, user, formulas }: OpenTransaction): RecordFormulas {
    const { schema, ids } = org;
    const environment = formulaEnvironment({
        transaction,
        schema,
        user,
        organizationId: ids.organizationId,
        customPermission: (name) => hasCustomPermission(transaction, schema, user, name),
    });
    return new RecordFormulas(formulas, schema, environment);
}
