import {
    type ApexException,
    type CredentialsService,
    type CredentialState,
    type CredentialValueState,
    type ExternalCredentialState,
    type NamedCredentialState,
    newApexException,
    type NewExternalCredential,
    type NewNamedCredential,
    type PrincipalKey,
    type PrincipalState,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { ApexSession } from '../apex/apex-session.ts';
import { SetupRows } from '../default-data/setup-rows.ts';
import type { OrgTransaction } from '../transaction/org-transaction.ts';
import { CredentialCatalog, principalComponent, type Secret, secretName } from './credential-catalog.ts';
import { credentialRecords } from './credential-records.ts';
import {
    type ExternalCredentialDefinition,
    localName,
    type NamedCredentialDefinition,
    type PrincipalDefinition,
    type PrincipalType,
} from './definitions.ts';
import { namedCredentialId, namedCredentialRow } from './named-credential-row.ts';
import { mayUsePrincipal } from './principal-access.ts';
import { CREDENTIAL_SENTENCES } from './sentences.ts';

/** Protocols by the names of `ConnectApi.CredentialAuthenticationProtocol`; metadata spells one of them otherwise. */
const PROTOCOL_NAMES: Readonly<Record<string, string>> = {
    oauth: 'OAuth',
    awssv4: 'AwsSv4',
    jwt: 'Jwt',
    basic: 'Basic',
};

interface Principal {
    readonly external: ExternalCredentialDefinition;
    readonly principal: PrincipalDefinition;
}

/** `ConnectApi.NamedCredentials` of one session. What it writes belongs to the session's transaction. */
export class ConnectCredentials implements CredentialsService {
    private readonly session: ApexSession;

    constructor(session: ApexSession) {
        this.session = session;
    }

    credential(key: PrincipalKey): CredentialState {
        const found = this.principal(key);
        this.checkUse(found);
        return this.stateOf(key, found);
    }

    *writeCredential(
        how: 'create' | 'replace' | 'merge',
        key: PrincipalKey,
        values: ReadonlyMap<string, CredentialValueState>,
    ): Generator<Waiting, CredentialState, void> {
        const found = this.principal(key);
        this.checkChange(found);
        const before = this.secretOf(found);
        const owner = `The credential of the principal ${key.principalName}`;
        if (how === 'create' && before !== undefined) throw connectException(CREDENTIAL_SENTENCES.exists(owner));
        if (how === 'replace' && before === undefined)
            throw notFound(CREDENTIAL_SENTENCES.noAccess(key.externalCredential));
        const given = Object.fromEntries(
            [...values].map(([name, { value, encrypted }]) => [name, { value: value ?? '', encrypted }]),
        );
        yield* this.saveSecret(found, how === 'merge' ? merged(before ?? {}, given) : given);
        return this.stateOf(key, found);
    }

    *deleteCredential(key: PrincipalKey, parameters: readonly string[] | null): Generator<Waiting, void, void> {
        const found = this.principal(key);
        this.checkChange(found);
        const before = this.secretOf(found);
        if (before === undefined) throw notFound(CREDENTIAL_SENTENCES.noAccess(key.externalCredential));
        const dropped = new Set(parameters?.map((name) => name.toLowerCase()));
        const left = Object.entries(before).filter(([name]) => parameters !== null && !dropped.has(name.toLowerCase()));
        yield* this.saveSecret(found, Object.fromEntries(left));
    }

    externalCredential(name: string): ExternalCredentialState {
        this.refuseInTests();
        const definition = this.catalog.external(name, this.namespace);
        if (definition === undefined) throw notFound(CREDENTIAL_SENTENCES.noAccess(name));
        return this.externalState(definition);
    }

    externalCredentials(): readonly ExternalCredentialState[] {
        this.refuseInTests();
        return this.catalog.allExternal().map((definition) => this.externalState(definition));
    }

    *createExternalCredential(input: NewExternalCredential): Generator<Waiting, ExternalCredentialState, void> {
        this.checkManage();
        const { developerName: name, label, protocol, headers } = input;
        if (name === '') throw connectException(CREDENTIAL_SENTENCES.invalid('developerName'));
        if (this.catalog.external(name, '') !== undefined) throw connectException(CREDENTIAL_SENTENCES.exists(name));
        const principals = input.principals.map(({ type, ...principal }) => ({
            ...principal,
            type: type as PrincipalType,
        }));
        const definition = { name, namespace: '', label, description: null, protocol, headers, principals };
        yield* credentialRecords.save(this.transaction, 'external', name, definition);
        return this.externalState(definition);
    }

    namedCredential(name: string): NamedCredentialState {
        this.refuseInTests();
        const definition = this.catalog.named(name, this.namespace);
        if (definition === undefined) throw notFound(CREDENTIAL_SENTENCES.noEndpoint(name));
        return this.namedState(definition);
    }

    namedCredentials(): readonly NamedCredentialState[] {
        this.refuseInTests();
        return this.catalog.allNamed().map((definition) => this.namedState(definition));
    }

    *createNamedCredential(input: NewNamedCredential): Generator<Waiting, NamedCredentialState, void> {
        this.checkManage();
        const { developerName: name, externalCredential } = input;
        if (name === '' || URL.parse(input.url) === null) {
            throw connectException(CREDENTIAL_SENTENCES.invalid(name === '' ? 'developerName' : input.url));
        }
        if (this.catalog.named(name, '') !== undefined) throw connectException(CREDENTIAL_SENTENCES.exists(name));
        const external = externalCredential === null ? null : this.catalog.external(externalCredential, this.namespace);
        if (external === undefined) throw notFound(CREDENTIAL_SENTENCES.noAccess(externalCredential ?? ''));
        const definition = definitionOf(input, external?.name ?? null);
        yield* credentialRecords.save(this.transaction, 'named', name, definition);
        const { key, values } = namedCredentialRow(definition);
        const rows = new SetupRows(this.session.options.org.schema, this.transaction);
        rows.userId = this.session.open.user.id;
        rows.put('NamedCredential', key, values);
        return this.namedState(definition);
    }

    private get transaction(): OrgTransaction {
        return this.session.open.transaction;
    }

    private get namespace(): string {
        return this.session.transaction.namespace;
    }

    private get catalog(): CredentialCatalog {
        return new CredentialCatalog(this.session.options.org.schema, this.transaction);
    }

    /** A test that does not see the org's data does not see its credentials (Apex Reference, "ConnectApi: Testing"). */
    private refuseInTests(): void {
        if (this.session.options.open.start.isTest !== true) return;
        throw newApexException('System.UnsupportedOperationException', CREDENTIAL_SENTENCES.siloedTest);
    }

    private principal({ externalCredential, principalName, principalType }: PrincipalKey): Principal {
        this.refuseInTests();
        const external = this.catalog.external(externalCredential, this.namespace);
        const principal = external?.principals.find(
            ({ name, type }) => name.toLowerCase() === principalName.toLowerCase() && type === principalType,
        );
        if (external === undefined || principal === undefined) {
            throw notFound(CREDENTIAL_SENTENCES.noAccess(externalCredential));
        }
        return { external, principal };
    }

    /** Values of a named principal are the admins' affair; own ones belong to whoever may use the principal. */
    private checkChange(found: Principal): void {
        if (found.principal.type === 'PerUserPrincipal') this.checkUse(found);
        else this.checkManage();
    }

    private checkUse({ external, principal }: Principal): void {
        const { org } = this.session.options;
        const id = org.setupId('0pX', principalComponent(external.name, principal.name));
        if (this.session.open.access.permissions.manageNamedCredentials) return;
        if (!mayUsePrincipal(org.schema, this.session.open, id)) {
            throw connectException(CREDENTIAL_SENTENCES.noAccess(external.name));
        }
    }

    private checkManage(): void {
        this.refuseInTests();
        if (this.session.open.access.permissions.manageNamedCredentials) return;
        throw connectException(CREDENTIAL_SENTENCES.mayNotManage);
    }

    private secretOf({ external, principal }: Principal): Secret | undefined {
        return this.catalog.secret(external, principal, this.session.open.user.id);
    }

    private *saveSecret({ external, principal }: Principal, secret: Secret): Generator<Waiting, void, void> {
        const name = secretName(external, principal, this.session.open.user.id);
        yield { kind: 'database', detail: `credential ${name}` };
        if (Object.keys(secret).length === 0) yield* credentialRecords.remove(this.transaction, 'secret', name);
        else yield* credentialRecords.save(this.transaction, 'secret', name, secret);
    }

    /** What is encrypted is used, and never told. */
    private stateOf(key: PrincipalKey, found: Principal): CredentialState {
        const values = Object.entries(this.secretOf(found) ?? {}).map(
            ([name, { value, encrypted }]) => [name, { value: encrypted ? null : value, encrypted }] as const,
        );
        return { ...key, protocol: protocolName(found.external.protocol), values: new Map(values) };
    }

    private externalState(definition: ExternalCredentialDefinition): ExternalCredentialState {
        const { name, namespace, label, protocol, headers } = definition;
        const { org } = this.session.options;
        const related = this.catalog.allNamed().filter(({ externalCredential }) => externalCredential === name);
        const principals = definition.principals.map((principal): PrincipalState => ({
            ...principal,
            id: org.setupId('0pX', principalComponent(name, principal.name)),
            configured: this.secretOf({ external: definition, principal }) !== undefined,
        }));
        return {
            id: org.setupId('0XE', `ExternalCredential ${name}`.toLowerCase()),
            developerName: localName(definition),
            namespace,
            label,
            protocol: protocolName(protocol),
            headers,
            principals,
            namedCredentials: related.map(localName),
        };
    }

    private namedState(definition: NamedCredentialDefinition): NamedCredentialState {
        const { externalCredential } = definition;
        const external = externalCredential === null ? undefined : this.catalog.external(externalCredential, '');
        return {
            id: namedCredentialId(this.session.options.org.schema, this.transaction, definition) ?? '',
            developerName: localName(definition),
            namespace: definition.namespace,
            label: definition.label,
            description: definition.description,
            type: definition.type,
            url: definition.url,
            enabled: definition.enabled,
            externalCredential: external === undefined ? null : localName(external),
            allowMergeFieldsInBody: definition.mergeFieldsInBody,
            allowMergeFieldsInHeader: definition.mergeFieldsInHeader,
            generateAuthorizationHeader: definition.generatesAuthorization,
            headers: definition.headers,
            allowedNamespaces: definition.allowedNamespaces,
        };
    }
}

function definitionOf(input: NewNamedCredential, externalCredential: string | null): NamedCredentialDefinition {
    return {
        name: input.developerName,
        namespace: '',
        label: input.label,
        description: input.description,
        type: input.type === 'PrivateEndpoint' ? 'PrivateEndpoint' : 'SecuredEndpoint',
        url: input.url,
        externalCredential,
        enabled: true,
        mergeFieldsInHeader: input.allowMergeFieldsInHeader,
        mergeFieldsInBody: input.allowMergeFieldsInBody,
        generatesAuthorization: input.generateAuthorizationHeader,
        headers: input.headers,
        allowedNamespaces: input.allowedNamespaces,
        legacy: null,
        beyond: input.type === 'PrivateEndpoint' ? ['a private connection'] : [],
    };
}

function protocolName(protocol: string): string {
    return PROTOCOL_NAMES[protocol.toLowerCase()] ?? 'Custom';
}

/** Names are compared without case; a value that was there keeps its spelling. */
function merged(before: Secret, given: Secret): Secret {
    const names = new Map(Object.keys(before).map((name) => [name.toLowerCase(), name]));
    const entries = Object.entries(given).map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]);
    return { ...before, ...(Object.fromEntries(entries) as Secret) };
}

function connectException(sentence: string): ApexException {
    return newApexException('ConnectApi.ConnectApiException', sentence);
}

function notFound(sentence: string): ApexException {
    return newApexException('ConnectApi.NotFoundException', sentence);
}
