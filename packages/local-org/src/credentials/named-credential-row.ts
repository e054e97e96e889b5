import type { OrgSchema } from '../schema/org-schema.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { localName, type NamedCredentialDefinition } from './definitions.ts';

/** The row that shows a named credential to queries. */
export function namedCredentialRow(definition: NamedCredentialDefinition): {
    readonly key: Readonly<Record<string, StoredValue>>;
    readonly values: Readonly<Record<string, StoredValue>>;
} {
    return {
        key: { DeveloperName: localName(definition), NamespacePrefix: definition.namespace || null },
        values: {
            MasterLabel: definition.label,
            Endpoint: definition.url,
            PrincipalType: definition.legacy?.principalType ?? 'Anonymous',
            CalloutOptionsAllowMergeFieldsInBody: definition.mergeFieldsInBody,
            CalloutOptionsAllowMergeFieldsInHeader: definition.mergeFieldsInHeader,
            CalloutOptionsGenerateAuthorizationHeader: definition.generatesAuthorization,
            Language: 'en_US',
        },
    };
}

/** Id of that row. */
export function namedCredentialId(
    schema: OrgSchema,
    transaction: OrgTransaction,
    definition: NamedCredentialDefinition,
): string | undefined {
    const object = schema.require('NamedCredential');
    const wanted = Object.entries(namedCredentialRow(definition).key).map(
        ([name, value]) => [object.field(name)?.slot ?? -1, value ?? null] as const,
    );
    for (const row of transaction.scan(object)) {
        if (wanted.every(([slot, value]) => (row[slot] ?? null) === value)) return row[0] as string;
    }
    return undefined;
}
