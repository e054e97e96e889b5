import { ApexList } from '../../collections/list.ts';
import type { CredentialsService, PrincipalKey } from '../../credentials-service.ts';
import type { ApexEnumConstant } from '../../enums.ts';
import { blocking, type TypeLibrary } from '../../library.ts';
import type { Waiting } from '../../ports.ts';
import { requireService } from '../../services.ts';
import { namedType } from '../../types-registry.ts';
import type { DataObject } from '../data-object.ts';
import { nonNull } from '../receiver.ts';
import { credentialAnswer, externalAnswer, namedAnswer } from './credential-answers.ts';
import { credentialValues, newExternalCredential, newNamedCredential, principalKey } from './credential-inputs.ts';
import { credentialTypes } from './credential-types.ts';

const service = (method: string): CredentialsService =>
    requireService('credentials', `ConnectApi.NamedCredentials.${method}`);

const writer = (how: Parameters<CredentialsService['writeCredential']>[0], method: string) =>
    blocking(function* (input: DataObject): Generator<Waiting, DataObject, void> {
        const values = credentialValues(nonNull(input));
        return credentialAnswer(yield* service(method).writeCredential(how, principalKey(input), values));
    });

function keyOf(externalCredential: string, principalName: string, principalType: ApexEnumConstant): PrincipalKey {
    return {
        externalCredential: nonNull(externalCredential),
        principalName: nonNull(principalName),
        principalType: nonNull(principalType).name,
    };
}

const deleteCredential = blocking(function* (
    external: string,
    principal: string,
    type: ApexEnumConstant,
    parameters: ApexList | null = null,
): Generator<Waiting, void, void> {
    const names = parameters === null ? null : (parameters.items as string[]);
    yield* service('deleteCredential').deleteCredential(keyOf(external, principal, type), names);
});

export const namedCredentialsLibraries: readonly TypeLibrary[] = [
    ...Object.values(credentialTypes).map(({ library }) => library),
    {
        type: 'ConnectApi.NamedCredentials',
        statics: {
            'createCredential(ConnectApi.CredentialInput)': writer('create', 'createCredential'),
            'updateCredential(ConnectApi.CredentialInput)': writer('replace', 'updateCredential'),
            'patchCredential(ConnectApi.CredentialInput)': writer('merge', 'patchCredential'),
            'getCredential(String,String,ConnectApi.CredentialPrincipalType)': (
                external: string,
                principal: string,
                type: ApexEnumConstant,
            ) => credentialAnswer(service('getCredential').credential(keyOf(external, principal, type))),
            'deleteCredential(String,String,ConnectApi.CredentialPrincipalType)': deleteCredential,
            'deleteCredential(String,String,ConnectApi.CredentialPrincipalType,List<String>)': deleteCredential,
            'createExternalCredential(ConnectApi.ExternalCredentialInput)': blocking(function* (
                input: DataObject,
            ): Generator<Waiting, DataObject, void> {
                const wanted = newExternalCredential(nonNull(input));
                return externalAnswer(yield* service('createExternalCredential').createExternalCredential(wanted));
            }),
            'getExternalCredential(String)': (name: string) =>
                externalAnswer(service('getExternalCredential').externalCredential(nonNull(name))),
            'getExternalCredentials()': () => {
                const items = service('getExternalCredentials').externalCredentials().map(externalAnswer);
                const externalCredentials = ApexList.of(namedType('ConnectApi.ExternalCredential'), items);
                return credentialTypes.externalList.create({ externalCredentials });
            },
            'createNamedCredential(ConnectApi.NamedCredentialInput)': blocking(function* (
                input: DataObject,
            ): Generator<Waiting, DataObject, void> {
                const wanted = newNamedCredential(nonNull(input));
                return namedAnswer(yield* service('createNamedCredential').createNamedCredential(wanted));
            }),
            'getNamedCredential(String)': (name: string) =>
                namedAnswer(service('getNamedCredential').namedCredential(nonNull(name))),
            'getNamedCredentials()': () => {
                const items = service('getNamedCredentials').namedCredentials().map(namedAnswer);
                const namedCredentials = ApexList.of(namedType('ConnectApi.NamedCredential'), items);
                return credentialTypes.namedList.create({ namedCredentials });
            },
        },
    },
];
