import { drive, type Waiting } from '@sw-studio/apex/runtime';
import type { LocalOrg } from '../org.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { CredentialCatalog, type Secret, secretName } from './credential-catalog.ts';
import { credentialRecords } from './credential-records.ts';
import { namedCredentialId } from './named-credential-row.ts';
import {
    type ExternalCredentialDefinition,
    type NamedCredentialDefinition,
    type PrincipalDefinition,
} from './definitions.ts';

export interface PrincipalSecret {
    /** With its namespace. */
    readonly externalCredential: string;
    readonly principal: string;
    /** Whose values these are, where each user has their own. */
    readonly userId?: string;
    /** By parameter name. They replace all that were there. */
    readonly values: Readonly<Record<string, string>>;
}

/** What an admin does in Setup, for whoever sets an org up without Apex: each call is a transaction of its own. */
export class OrgCredentials {
    private readonly org: LocalOrg;

    constructor(org: LocalOrg) {
        this.org = org;
    }

    named(): readonly NamedCredentialDefinition[] {
        return this.catalog(this.org.openTransaction().transaction).allNamed();
    }

    external(): readonly ExternalCredentialDefinition[] {
        return this.catalog(this.org.openTransaction().transaction).allExternal();
    }

    /**
     * Puts another address in the place of a named credential's own; upgrades of the package keep it.
     *
     * @param name with its namespace
     */
    setUrl(name: string, url: string): void {
        this.write((transaction) => this.changingUrl(transaction, name, url));
    }

    /** Stores what a principal authenticates itself with. It can be used, and never be read again. */
    setSecret({ externalCredential, principal, userId = '', values }: PrincipalSecret): void {
        this.write((transaction) => {
            const external = this.catalog(transaction).external(externalCredential, '');
            const found = external?.principals.find(({ name }) => isSame(name, principal));
            if (external === undefined || found === undefined) {
                throw new Error(
                    `The org has no principal ${principal} of an external credential ${externalCredential}.`,
                );
            }
            return this.storing(transaction, external, found, userId, values);
        });
    }

    private *changingUrl(transaction: OrgTransaction, name: string, url: string): Generator<Waiting, void, void> {
        const definition = this.catalog(transaction).named(name, '');
        if (definition === undefined) throw new Error(`The org has no named credential ${name}.`);
        yield* credentialRecords.save(transaction, 'url', definition.name, url);
        const object = this.org.schema.require('NamedCredential');
        const [id, endpoint] = [
            namedCredentialId(this.org.schema, transaction, definition),
            object.field('Endpoint')?.slot ?? -1,
        ];
        const row = id === undefined ? undefined : transaction.row(object, id);
        if (row === undefined || endpoint < 0) return;
        yield* transaction.lock(row[0] as string, `UPDATE NamedCredential`);
        transaction.write(object, row[0] as string, row.with(endpoint, url));
    }

    private *storing(
        transaction: OrgTransaction,
        external: ExternalCredentialDefinition,
        principal: PrincipalDefinition,
        userId: string,
        values: Readonly<Record<string, string>>,
    ): Generator<Waiting, void, void> {
        const secret: Secret = Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, { value, encrypted: true }]),
        );
        yield* credentialRecords.save(transaction, 'secret', secretName(external, principal, userId), secret);
    }

    private write(work: (transaction: OrgTransaction) => Generator<Waiting, void, void>): void {
        const { transaction } = this.org.openTransaction();
        try {
            drive(work(transaction));
        } catch (error) {
            transaction.rollback();
            throw error;
        }
        transaction.commit();
    }

    private catalog(transaction: OrgTransaction): CredentialCatalog {
        return new CredentialCatalog(this.org.schema, transaction);
    }
}

function isSame(left: string, right: string): boolean {
    return left.toLowerCase() === right.toLowerCase();
}
