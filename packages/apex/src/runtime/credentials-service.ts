import type { Waiting } from './ports.ts';

/** Named and external credentials as `ConnectApi.NamedCredentials` sees and changes them. Names are developer names. */
export interface CredentialsService {
    /** What a principal has; values that are encrypted are not told. */
    credential(key: PrincipalKey): CredentialState;
    /** `create` refuses a principal that has values, `replace` one that has none; `merge` keeps what is not given. */
    writeCredential(
        how: 'create' | 'replace' | 'merge',
        key: PrincipalKey,
        values: ReadonlyMap<string, CredentialValueState>,
    ): Generator<Waiting, CredentialState, void>;
    /** @param parameters null: all */
    deleteCredential(key: PrincipalKey, parameters: readonly string[] | null): Generator<Waiting, void, void>;
    externalCredential(name: string): ExternalCredentialState;
    externalCredentials(): readonly ExternalCredentialState[];
    createExternalCredential(input: NewExternalCredential): Generator<Waiting, ExternalCredentialState, void>;
    namedCredential(name: string): NamedCredentialState;
    namedCredentials(): readonly NamedCredentialState[];
    createNamedCredential(input: NewNamedCredential): Generator<Waiting, NamedCredentialState, void>;
}

export interface PrincipalKey {
    readonly externalCredential: string;
    readonly principalName: string;
    /** Constant of `ConnectApi.CredentialPrincipalType`. */
    readonly principalType: string;
}

export interface CredentialValueState {
    /** null: not told. */
    readonly value: string | null;
    readonly encrypted: boolean;
}

export interface CredentialState extends PrincipalKey {
    readonly protocol: string;
    readonly values: ReadonlyMap<string, CredentialValueState>;
}

export interface CredentialHeaderState {
    readonly name: string;
    readonly value: string;
    readonly sequence: number;
}

export interface PrincipalState {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly sequence: number;
    readonly configured: boolean;
}

export interface NewExternalCredential {
    readonly developerName: string;
    readonly label: string;
    /** Constant of `ConnectApi.CredentialAuthenticationProtocol`. */
    readonly protocol: string;
    readonly headers: readonly CredentialHeaderState[];
    readonly principals: readonly Pick<PrincipalState, 'name' | 'type' | 'sequence'>[];
}

export interface ExternalCredentialState extends Omit<NewExternalCredential, 'principals'> {
    readonly id: string;
    readonly namespace: string;
    readonly principals: readonly PrincipalState[];
    /** Developer names. */
    readonly namedCredentials: readonly string[];
}

export interface NewNamedCredential {
    readonly developerName: string;
    readonly label: string;
    readonly description: string | null;
    /** Constant of `ConnectApi.NamedCredentialType`. */
    readonly type: string;
    readonly url: string;
    /** Developer name; null: none. */
    readonly externalCredential: string | null;
    readonly allowMergeFieldsInBody: boolean;
    readonly allowMergeFieldsInHeader: boolean;
    readonly generateAuthorizationHeader: boolean;
    readonly headers: readonly CredentialHeaderState[];
    readonly allowedNamespaces: readonly string[];
}

export interface NamedCredentialState extends NewNamedCredential {
    readonly id: string;
    readonly namespace: string;
    readonly enabled: boolean;
}
