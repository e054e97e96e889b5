import { replacedUrl } from '../credentials/credential-catalog.ts';
import { namedCredentialRow } from '../credentials/named-credential-row.ts';
import { namedCredentialsOf } from '../credentials/read-credentials.ts';
import type { MetadataPackage } from '../metadata/model.ts';
import type { SetupRows } from './setup-rows.ts';

/** Rows that show named credentials to queries. An address that an admin has put in the place of the package's stays. */
export function deployNamedCredentials(rows: SetupRows, source: MetadataPackage): void {
    for (const definition of namedCredentialsOf(source)) {
        const url = replacedUrl(rows.transaction, definition.name) ?? definition.url;
        const { key, values } = namedCredentialRow({ ...definition, url });
        rows.put('NamedCredential', key, values);
    }
}
