import type { OrgConnection } from '../org-connection.ts';
import { query } from '../query.ts';

/** Namespace that the package is published under; a vendor of its own has another one. */
export const PUBLISHED_NAMESPACE = 'swstudio';

/** A class that every version of the package has. */
const LANDMARK = 'GetSyncStatusResource';

/**
 * The namespace under which the package is in the org, `''` for none; undefined where it is not there at all. A user
 * who may not read classes finds nothing.
 */
export async function findPackageNamespace(connection: OrgConnection): Promise<string | undefined> {
    const soql = `SELECT NamespacePrefix FROM ApexClass WHERE Name = '${LANDMARK}'`;
    const { records } = await query(connection, soql);
    const found = records.map(({ NamespacePrefix }) => (typeof NamespacePrefix === 'string' ? NamespacePrefix : ''));
    return found.find((namespace) => namespace !== '') ?? found[0];
}
