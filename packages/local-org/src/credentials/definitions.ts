/** Named and external credentials as an org knows them, whether a package or Apex defined them. */

export interface CredentialHeader {
    readonly name: string;
    /** Text with formulas in it: `{!'Bearer ' & $Credential.Vendor.Token}`. */
    readonly value: string;
    readonly sequence: number;
}

/** A named credential of the older kind, which carries its own authentication. */
export interface LegacyAuthentication {
    /** `NoAuthentication`, `Password`, or what the local org does not offer. */
    readonly protocol: string;
    readonly principalType: 'Anonymous' | 'NamedUser' | 'PerUser';
    readonly username: string | null;
    readonly password: string | null;
}

export interface NamedCredentialDefinition {
    /** With its namespace: `ns__Vendor`. */
    readonly name: string;
    readonly namespace: string;
    readonly label: string;
    readonly description: string | null;
    readonly type: 'SecuredEndpoint' | 'PrivateEndpoint' | 'Legacy';
    readonly url: string;
    /** With its namespace; null: a legacy one, or one without authentication. */
    readonly externalCredential: string | null;
    readonly enabled: boolean;
    readonly mergeFieldsInHeader: boolean;
    readonly mergeFieldsInBody: boolean;
    readonly generatesAuthorization: boolean;
    readonly headers: readonly CredentialHeader[];
    /** Namespaces of packages whose code may use a credential that is not their own. */
    readonly allowedNamespaces: readonly string[];
    readonly legacy: LegacyAuthentication | null;
    /** What it asks for and the local org does not offer: `a client certificate`. */
    readonly beyond: readonly string[];
}

export type PrincipalType = 'NamedPrincipal' | 'PerUserPrincipal' | 'AwsStsPrincipal';

export interface PrincipalDefinition {
    readonly name: string;
    readonly type: PrincipalType;
    /** Of several that a user may use, the first counts. */
    readonly sequence: number;
}

export interface ExternalCredentialDefinition {
    /** With its namespace. */
    readonly name: string;
    readonly namespace: string;
    readonly label: string;
    readonly description: string | null;
    /** `Custom`, `Basic`, `NoAuthentication`, or what the local org does not offer. */
    readonly protocol: string;
    readonly headers: readonly CredentialHeader[];
    readonly principals: readonly PrincipalDefinition[];
}

/** A name as a package's own code says it, in full. */
export function fullName(name: string, namespace: string): string {
    return namespace === '' || name.includes('__') ? name : `${namespace}__${name}`;
}

/** A definition's name without its namespace. */
export function localName({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
    return namespace === '' ? name : name.slice(namespace.length + 2);
}
