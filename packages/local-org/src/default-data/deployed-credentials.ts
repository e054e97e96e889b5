import { replacedUrl } from '../credentials/credential-catalog.ts';
import { namedCredentialsOf } from '../credentials/read-credentials.ts';
import type { MetadataPackage } from '../metadata/model.ts';
import type { SetupRows } from './setup-rows.ts';

/** Rows that show named credentials to queries. An address that an admin has put in the place of the package's stays. */
export function deployNamedCredentials(rows: SetupRows, source: MetadataPackage): void {
    const NamespacePrefix = source.namespace || null;
    for (const [index, definition] of namedCredentialsOf(source).entries()) {
        const DeveloperName = source.namedCredentials[index]?.name ?? definition.name;
        const values = {
            MasterLabel: definition.label,
            Endpoint: replacedUrl(rows.transaction, definition.name) ?? definition.url,
            PrincipalType: definition.legacy?.principalType ?? 'Anonymous',
            CalloutOptionsAllowMergeFieldsInBody: definition.mergeFieldsInBody,
            CalloutOptionsAllowMergeFieldsInHeader: definition.mergeFieldsInHeader,
            CalloutOptionsGenerateAuthorizationHeader: definition.generatesAuthorization,
            Language: 'en_US',
        };
        rows.put('NamedCredential', { DeveloperName, NamespacePrefix }, values);
    }
}
