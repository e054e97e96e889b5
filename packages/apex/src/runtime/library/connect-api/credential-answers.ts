import { ApexList } from '../../collections/list.ts';
import { ApexMap } from '../../collections/map.ts';
import type {
    CredentialHeaderState,
    CredentialState,
    ExternalCredentialState,
    NamedCredentialState,
    PrincipalState,
} from '../../credentials-service.ts';
import { enumConstant } from '../../enums.ts';
import { namedType, primitiveType } from '../../types-registry.ts';
import type { DataObject } from '../data-object.ts';
import { credentialTypes as types } from './credential-types.ts';

function listOf(typeName: string, items: readonly DataObject[]): ApexList {
    return ApexList.of(namedType(`ConnectApi.${typeName}`), [...items]);
}

const protocolOf = (name: string): unknown => enumConstant('ConnectApi.CredentialAuthenticationProtocol', name);
const principalTypeOf = (name: string): unknown => enumConstant('ConnectApi.CredentialPrincipalType', name);
const statusOf = (configured: boolean): unknown =>
    enumConstant('ConnectApi.CredentialAuthenticationStatus', configured ? 'Configured' : 'NotConfigured');

export function credentialAnswer(state: CredentialState): DataObject {
    const credentials = new ApexMap(primitiveType('String'), namedType('ConnectApi.CredentialValue'));
    for (const [name, { value, encrypted }] of state.values)
        credentials.put(name, types.value.create({ value, encrypted }));
    return types.credential.create({
        externalCredential: state.externalCredential,
        principalName: state.principalName,
        principalType: principalTypeOf(state.principalType),
        authenticationProtocol: protocolOf(state.protocol),
        authenticationStatus: statusOf(state.values.size > 0),
        credentials,
    });
}

function headersAnswer(headers: readonly CredentialHeaderState[]): ApexList {
    const items = headers.map(({ name, value, sequence }) =>
        types.header.create({ headerName: name, headerValue: value, sequenceNumber: sequence }),
    );
    return listOf('CredentialCustomHeader', items);
}

function principalAnswer({ id, name, type, sequence, configured }: PrincipalState): DataObject {
    return types.principal.create({
        id,
        principalName: name,
        principalType: principalTypeOf(type),
        sequenceNumber: sequence,
        authenticationStatus: statusOf(configured),
        parameters: listOf('ExternalCredentialParameter', []),
        principalAccess: listOf('ExternalCredentialPrincipalAccess', []),
    });
}

export function externalAnswer(state: ExternalCredentialState): DataObject {
    return types.external.create({
        id: state.id,
        developerName: state.developerName,
        masterLabel: state.label,
        createdByNamespace: state.namespace === '' ? null : state.namespace,
        authenticationProtocol: protocolOf(state.protocol),
        authenticationStatus: statusOf(state.principals.some(({ configured }) => configured)),
        customHeaders: headersAnswer(state.headers),
        parameters: listOf('ExternalCredentialParameter', []),
        principals: listOf('ExternalCredentialPrincipal', state.principals.map(principalAnswer)),
        relatedNamedCredentials: listOf(
            'NamedCredential',
            state.namedCredentials.map((developerName) => types.named.create({ developerName })),
        ),
    });
}

export function namedAnswer(state: NamedCredentialState): DataObject {
    const { allowMergeFieldsInBody, allowMergeFieldsInHeader, generateAuthorizationHeader, externalCredential } = state;
    const external = externalCredential === null ? [] : [types.external.create({ developerName: externalCredential })];
    return types.named.create({
        id: state.id,
        developerName: state.developerName,
        masterLabel: state.label,
        description: state.description,
        createdByNamespace: state.namespace === '' ? null : state.namespace,
        type: enumConstant('ConnectApi.NamedCredentialType', state.type),
        calloutUrl: state.url,
        calloutStatus: enumConstant('ConnectApi.CalloutStatus', state.enabled ? 'Enabled' : 'Disabled'),
        calloutOptions: types.calloutOptions.create({
            allowMergeFieldsInBody,
            allowMergeFieldsInHeader,
            generateAuthorizationHeader,
        }),
        customHeaders: headersAnswer(state.headers),
        externalCredentials: listOf('ExternalCredential', external),
        parameters: listOf('NamedCredentialParameter', []),
    });
}
