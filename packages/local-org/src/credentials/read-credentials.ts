import type { MetadataPackage, NamedComponent, XmlElement } from '../metadata/model.ts';
import { elements, flag, text, whole } from '../metadata/xml.ts';
import {
    type CredentialHeader,
    type ExternalCredentialDefinition,
    fullName,
    type LegacyAuthentication,
    type NamedCredentialDefinition,
    type PrincipalDefinition,
    type PrincipalType,
} from './definitions.ts';

const PRINCIPAL_TYPES: readonly string[] = ['NamedPrincipal', 'PerUserPrincipal', 'AwsStsPrincipal'];

export function namedCredentialsOf({ namedCredentials, namespace }: MetadataPackage): NamedCredentialDefinition[] {
    return namedCredentials.map((component) => readNamedCredential(component, namespace));
}

export function externalCredentialsOf(source: MetadataPackage): ExternalCredentialDefinition[] {
    return source.externalCredentials.map((component) => readExternalCredential(component, source.namespace));
}

function readNamedCredential({ name, label, content }: NamedComponent, namespace: string): NamedCredentialDefinition {
    const parameters = elements(content, 'namedCredentialParameters');
    const authentication = parameters.map((parameter) => text(parameter, 'externalCredential')).find((it) => it);
    const type = (text(content, 'namedCredentialType') ?? 'Legacy') as NamedCredentialDefinition['type'];
    const legacy = type === 'Legacy' ? readLegacy(content) : null;
    return {
        name: fullName(name, namespace),
        namespace,
        label,
        description: text(content, 'description'),
        type,
        url: legacy === null ? (valueOf(parameters, 'Url') ?? '') : (text(content, 'endpoint') ?? ''),
        externalCredential: authentication == null ? null : fullName(authentication, namespace),
        enabled: text(content, 'calloutStatus') !== 'Disabled',
        mergeFieldsInHeader: flag(content, 'allowMergeFieldsInHeader'),
        mergeFieldsInBody: flag(content, 'allowMergeFieldsInBody'),
        generatesAuthorization: flag(content, 'generateAuthorizationHeader', type === 'Legacy'),
        headers: headersOf(parameters, 'HttpHeader'),
        allowedNamespaces: (valueOf(parameters, 'AllowedManagedPackageNamespaces') ?? '')
            .split(/[\s,]+/)
            .filter(Boolean),
        legacy,
        beyond: [
            ...(valueOf(parameters, 'ClientCertificate') || text(content, 'certificate')
                ? ['a client certificate']
                : []),
            ...(type === 'PrivateEndpoint' ? ['a private connection'] : []),
        ],
    };
}

function readLegacy(content: XmlElement): LegacyAuthentication {
    return {
        protocol: text(content, 'protocol') ?? 'NoAuthentication',
        principalType: (text(content, 'principalType') ?? 'Anonymous') as LegacyAuthentication['principalType'],
        username: text(content, 'username'),
        password: text(content, 'password'),
    };
}

function readExternalCredential(component: NamedComponent, namespace: string): ExternalCredentialDefinition {
    const { name, label, content } = component;
    const parameters = elements(content, 'externalCredentialParameters');
    return {
        name: fullName(name, namespace),
        namespace,
        label,
        description: text(content, 'description'),
        protocol: text(content, 'authenticationProtocol') ?? 'NoAuthentication',
        headers: headersOf(parameters, 'AuthHeader'),
        principals: parameters.flatMap(readPrincipal),
    };
}

function readPrincipal(parameter: XmlElement, index: number): PrincipalDefinition[] {
    const type = text(parameter, 'parameterType') ?? '';
    if (!PRINCIPAL_TYPES.includes(type)) return [];
    const name = text(parameter, 'parameterName') ?? text(parameter, 'parameterGroup') ?? '';
    return [{ name, type: type as PrincipalType, sequence: whole(parameter, 'sequenceNumber') ?? index + 1 }];
}

function headersOf(parameters: readonly XmlElement[], type: string): CredentialHeader[] {
    return parameters
        .filter((parameter) => text(parameter, 'parameterType') === type)
        .map((parameter, index) => ({
            name: text(parameter, 'parameterName') ?? '',
            value: text(parameter, 'parameterValue') ?? '',
            sequence: whole(parameter, 'sequenceNumber') ?? index + 1,
        }))
        .sort((left, right) => left.sequence - right.sequence);
}

function valueOf(parameters: readonly XmlElement[], type: string): string | null {
    const parameter = parameters.find((each) => text(each, 'parameterType') === type);
    return parameter === undefined ? null : text(parameter, 'parameterValue');
}
