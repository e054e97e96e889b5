import type { OrgSchema } from '../schema/org-schema.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { credentialRecords } from './credential-records.ts';
import type { ExternalCredentialDefinition, NamedCredentialDefinition, PrincipalDefinition } from './definitions.ts';
import { externalCredentialsOf, namedCredentialsOf } from './read-credentials.ts';

interface Deployed {
    readonly named: readonly NamedCredentialDefinition[];
    readonly external: readonly ExternalCredentialDefinition[];
}

/** Values of a principal, by parameter in its spelling. */
export type Secret = Readonly<Record<string, { readonly value: string; readonly encrypted: boolean }>>;

const deployed = new WeakMap<OrgSchema, Deployed>();

/** Credentials as one transaction sees them: those of packages, and those that Apex or an admin added. */
export class CredentialCatalog {
    private readonly schema: OrgSchema;
    private readonly transaction: OrgTransaction;

    constructor(schema: OrgSchema, transaction: OrgTransaction) {
        this.schema = schema;
        this.transaction = transaction;
    }

    /** @param namespace of the code that asks: its own names come first */
    named(name: string, namespace: string): NamedCredentialDefinition | undefined {
        return byName(this.allNamed(), name, namespace);
    }

    external(name: string, namespace: string): ExternalCredentialDefinition | undefined {
        return byName(this.allExternal(), name, namespace);
    }

    allNamed(): NamedCredentialDefinition[] {
        const added = credentialRecords.all<NamedCredentialDefinition>(this.transaction, 'named');
        return [...this.deployed.named, ...added].map((definition) => ({
            ...definition,
            url: replacedUrl(this.transaction, definition.name) ?? definition.url,
        }));
    }

    allExternal(): ExternalCredentialDefinition[] {
        const added = credentialRecords.all<ExternalCredentialDefinition>(this.transaction, 'external');
        return [...this.deployed.external, ...added];
    }

    /** @param userId whose values are wanted, where each user has their own */
    secret(external: ExternalCredentialDefinition, principal: PrincipalDefinition, userId: string): Secret | undefined {
        return credentialRecords.find<Secret>(this.transaction, 'secret', secretName(external, principal, userId));
    }

    private get deployed(): Deployed {
        let found = deployed.get(this.schema);
        if (found === undefined) {
            const { packages } = this.schema;
            found = { named: packages.flatMap(namedCredentialsOf), external: packages.flatMap(externalCredentialsOf) };
            deployed.set(this.schema, found);
        }
        return found;
    }
}

/** The address that an admin put in the place of a package's own. @param name with its namespace */
export function replacedUrl(transaction: OrgTransaction, name: string): string | undefined {
    return credentialRecords.find<string>(transaction, 'url', name);
}

/** Under which name the values of a principal are kept. */
export function secretName(
    external: ExternalCredentialDefinition,
    { name, type }: PrincipalDefinition,
    userId: string,
): string {
    return `${external.name}-${name}${type === 'PerUserPrincipal' ? ` ${userId}` : ''}`;
}

/** The component under which permission sets grant a principal. */
export function principalComponent(externalName: string, principalName: string): string {
    return `ExternalCredentialParameter ${externalName}-${principalName}`.toLowerCase();
}

function byName<T extends { readonly name: string }>(
    definitions: readonly T[],
    name: string,
    namespace: string,
): T | undefined {
    const named = (wanted: string): T | undefined =>
        definitions.find((each) => each.name.toLowerCase() === wanted.toLowerCase());
    return (namespace === '' ? undefined : named(`${namespace}__${name}`)) ?? named(name);
}
