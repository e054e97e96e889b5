import { defineDataType } from '../data-object.ts';

/** Inputs and answers of `ConnectApi.NamedCredentials`: objects that carry data alone. */
export const credentialTypes = {
    credential: defineDataType('ConnectApi.Credential'),
    credentialInput: defineDataType('ConnectApi.CredentialInput'),
    value: defineDataType('ConnectApi.CredentialValue'),
    valueInput: defineDataType('ConnectApi.CredentialValueInput'),
    header: defineDataType('ConnectApi.CredentialCustomHeader'),
    headerInput: defineDataType('ConnectApi.CredentialCustomHeaderInput'),
    external: defineDataType('ConnectApi.ExternalCredential'),
    externalInput: defineDataType('ConnectApi.ExternalCredentialInput'),
    externalList: defineDataType('ConnectApi.ExternalCredentialList'),
    parameter: defineDataType('ConnectApi.ExternalCredentialParameter'),
    parameterInput: defineDataType('ConnectApi.ExternalCredentialParameterInput'),
    principal: defineDataType('ConnectApi.ExternalCredentialPrincipal'),
    principalInput: defineDataType('ConnectApi.ExternalCredentialPrincipalInput'),
    principalAccess: defineDataType('ConnectApi.ExternalCredentialPrincipalAccess'),
    named: defineDataType('ConnectApi.NamedCredential'),
    namedInput: defineDataType('ConnectApi.NamedCredentialInput'),
    namedList: defineDataType('ConnectApi.NamedCredentialList'),
    calloutOptions: defineDataType('ConnectApi.NamedCredentialCalloutOptions'),
    calloutOptionsInput: defineDataType('ConnectApi.NamedCredentialCalloutOptionsInput'),
    namedParameter: defineDataType('ConnectApi.NamedCredentialParameter'),
    namedParameterInput: defineDataType('ConnectApi.NamedCredentialParameterInput'),
} as const;
