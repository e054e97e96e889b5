import type { ApexSession } from '../apex/apex-session.ts';
import type { Destination } from '../callouts/destination.ts';
import { calloutException } from '../callouts/callout-exception.ts';
import { FormulaError } from '../formula/formula-error.ts';
import { CredentialCatalog, principalComponent, type Secret } from './credential-catalog.ts';
import { CredentialTemplate } from './credential-template.ts';
import type { ExternalCredentialDefinition, NamedCredentialDefinition, PrincipalDefinition } from './definitions.ts';
import { mayUsePrincipal } from './principal-access.ts';
import { CREDENTIAL_SENTENCES, UnsupportedCredentialError } from './sentences.ts';

/** Protocols of external credentials whose headers this org can make. */
const PROTOCOLS: ReadonlySet<string> = new Set(['custom', 'basic', 'noauthentication']);

interface Resolved {
    readonly named: NamedCredentialDefinition;
    readonly external: ExternalCredentialDefinition | null;
    readonly values: Secret;
}

/**
 * Resolves `callout:Name/path`: the address of the named credential, and the headers that its external credential adds for
 * the running user.
 *
 * @throws System.CalloutException where the user may not use it
 * @throws UnsupportedCredentialError for authentication that this org does not offer
 */
export function credentialDestination(session: ApexSession, endpoint: string, namespace: string): Destination {
    const [, name = '', rest = ''] = /^callout:([^/?#]*)(.*)$/is.exec(endpoint) ?? [];
    const catalog = new CredentialCatalog(session.options.org.schema, session.open.transaction);
    const named = catalog.named(name, namespace);
    if (named?.enabled !== true || !mayBeUsedBy(named, namespace)) {
        throw calloutException(CREDENTIAL_SENTENCES.noEndpoint(name));
    }
    const [beyond] = named.beyond;
    if (beyond !== undefined) throw new UnsupportedCredentialError(named.name, beyond);
    const resolved = resolve(session, catalog, named);
    const template = new CredentialTemplate(session.options.org, session.open, named.namespace, (names) =>
        credentialValue(resolved, names),
    );
    const render = (text: string): string => rendered(() => template.render(text));
    const authorization = authorizationHeader(resolved);
    const headers = [...(resolved.external?.headers ?? []), ...named.headers];
    return {
        url: named.url.replace(/\/$/, '') + rest,
        headers: [...authorization, ...headers.map(({ name: header, value }) => [header, render(value)] as const)],
        mergeHeader: named.mergeFieldsInHeader ? render : (text) => text,
        mergeBody: named.mergeFieldsInBody ? render : (text) => text,
    };
}

/** A credential that is no package's own serves a package only where it says so. */
function mayBeUsedBy({ namespace, allowedNamespaces }: NamedCredentialDefinition, running: string): boolean {
    return running === '' || namespace === running || allowedNamespaces.includes(running);
}

function resolve(session: ApexSession, catalog: CredentialCatalog, named: NamedCredentialDefinition): Resolved {
    if (named.legacy !== null) return { named, external: null, values: legacyValues(named) };
    if (named.externalCredential === null) return { named, external: null, values: {} };
    const external = catalog.external(named.externalCredential, '');
    if (external === undefined) throw calloutException(CREDENTIAL_SENTENCES.noAccess(named.externalCredential));
    if (!PROTOCOLS.has(external.protocol.toLowerCase())) {
        throw new UnsupportedCredentialError(external.name, `the protocol ${external.protocol}`);
    }
    return { named, external, values: principalValues(session, catalog, external) };
}

function legacyValues({ name, legacy }: NamedCredentialDefinition): Secret {
    const { protocol = '', principalType, username, password } = legacy ?? {};
    if (principalType === 'Anonymous' || protocol === 'NoAuthentication') return {};
    if (protocol !== 'Password') throw new UnsupportedCredentialError(name, `the protocol ${protocol}`);
    if (principalType === 'PerUser') throw new UnsupportedCredentialError(name, 'authentication of each user');
    return {
        Username: { value: username ?? '', encrypted: false },
        Password: { value: password ?? '', encrypted: true },
    };
}

/** Of the principals that the user may use, the first by sequence number counts. */
function principalValues(
    session: ApexSession,
    catalog: CredentialCatalog,
    external: ExternalCredentialDefinition,
): Secret {
    const { org } = session.options;
    const principal = external.principals
        .toSorted((left, right) => left.sequence - right.sequence)
        .find(({ name }) =>
            mayUsePrincipal(org.schema, session.open, org.setupId('0pX', principalComponent(external.name, name))),
        );
    if (principal === undefined) throw calloutException(CREDENTIAL_SENTENCES.noAccess(external.name));
    return valuesOf(catalog, external, principal, session.open.user.id);
}

function valuesOf(
    catalog: CredentialCatalog,
    external: ExternalCredentialDefinition,
    principal: PrincipalDefinition,
    userId: string,
): Secret {
    const values = catalog.secret(external, principal, userId);
    if (values !== undefined) return values;
    if (principal.type === 'PerUserPrincipal') throw calloutException(CREDENTIAL_SENTENCES.noAccess(external.name));
    return {};
}

/** `Authorization: Basic`, where the credential makes the header itself. */
function authorizationHeader({ named, external, values }: Resolved): (readonly [string, string])[] {
    const isBasic = named.legacy?.protocol === 'Password' || external?.protocol.toLowerCase() === 'basic';
    if (!isBasic || !named.generatesAuthorization) return [];
    const owner = external?.name ?? named.name;
    const [username, password] = ['Username', 'Password'].map((name) => valueNamed(values, name));
    if (username === undefined || password === undefined) throw calloutException(CREDENTIAL_SENTENCES.noAccess(owner));
    return [['Authorization', `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`]];
}

/** `$Credential.Vendor.Token`; of legacy credentials `$Credential.Password`. */
function credentialValue({ external, values }: Resolved, names: readonly string[]): string {
    const path = names.join('.');
    const [owner, parameter] = names.length === 1 ? [null, names[0]] : [names[0], names[1]];
    const isOwn = owner == null || external === null || isNamed(external, owner);
    const value = isOwn ? valueNamed(values, parameter ?? '') : undefined;
    if (value === undefined) throw new FormulaError('UNKNOWN_NAME', CREDENTIAL_SENTENCES.noField(path));
    return value;
}

function isNamed({ name, namespace }: ExternalCredentialDefinition, written: string): boolean {
    const wanted = written.toLowerCase();
    const full = name.toLowerCase();
    return wanted === full || (namespace !== '' && `${namespace}__${wanted}`.toLowerCase() === full);
}

function valueNamed(values: Secret, name: string): string | undefined {
    return Object.entries(values).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1].value;
}

/** A formula that fails ends the callout before anything is sent. */
function rendered(render: () => string): string {
    try {
        return render();
    } catch (error) {
        if (error instanceof FormulaError) throw calloutException(error.message);
        throw error;
    }
}
