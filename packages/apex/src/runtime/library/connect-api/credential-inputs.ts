import type { ApexList } from '../../collections/list.ts';
import type { ApexMap } from '../../collections/map.ts';
import type {
    CredentialHeaderState,
    CredentialValueState,
    NewExternalCredential,
    NewNamedCredential,
    PrincipalKey,
} from '../../credentials-service.ts';
import type { ApexEnumConstant } from '../../enums.ts';
import type { DataObject } from '../data-object.ts';

const textOf = (object: DataObject, name: string): string => (object.get(name) as string | null) ?? '';
const flagOf = (object: DataObject | null, name: string): boolean => object?.get(name) === true;
const constantOf = (object: DataObject, name: string): string =>
    (object.get(name) as ApexEnumConstant | null)?.name ?? '';
const itemsOf = (object: DataObject, name: string): readonly DataObject[] =>
    ((object.get(name) as ApexList | null)?.items ?? []) as DataObject[];

export function principalKey(input: DataObject): PrincipalKey {
    return {
        externalCredential: textOf(input, 'externalCredential'),
        principalName: textOf(input, 'principalName'),
        principalType: constantOf(input, 'principalType'),
    };
}

/** What is not said to be plain is encrypted. */
export function credentialValues(input: DataObject): ReadonlyMap<string, CredentialValueState> {
    const values = new Map<string, CredentialValueState>();
    const given = input.get('credentials') as ApexMap | null;
    for (const [name, value] of given?.store.entries ?? []) {
        const object = value as DataObject | null;
        if (object === null) continue;
        const isPlain = object.get('encrypted') === false;
        values.set(name as string, { value: (object.get('value') as string | null) ?? '', encrypted: !isPlain });
    }
    return values;
}

function headersOf(input: DataObject): CredentialHeaderState[] {
    return itemsOf(input, 'customHeaders').map((header, index) => ({
        name: textOf(header, 'headerName'),
        value: textOf(header, 'headerValue'),
        sequence: (header.get('sequenceNumber') as number | null) ?? index + 1,
    }));
}

export function newExternalCredential(input: DataObject): NewExternalCredential {
    return {
        developerName: textOf(input, 'developerName'),
        label: textOf(input, 'masterLabel'),
        protocol: constantOf(input, 'authenticationProtocol'),
        headers: headersOf(input),
        principals: itemsOf(input, 'principals').map((principal, index) => ({
            name: textOf(principal, 'principalName'),
            type: constantOf(principal, 'principalType'),
            sequence: (principal.get('sequenceNumber') as number | null) ?? index + 1,
        })),
    };
}

export function newNamedCredential(input: DataObject): NewNamedCredential {
    const options = input.get('calloutOptions') as DataObject | null;
    const [external] = itemsOf(input, 'externalCredentials');
    const allowed = itemsOf(input, 'parameters').find(
        (parameter) => constantOf(parameter, 'parameterType') === 'AllowedManagedPackageNamespaces',
    );
    return {
        developerName: textOf(input, 'developerName'),
        label: textOf(input, 'masterLabel'),
        description: input.get('description') as string | null,
        type: constantOf(input, 'type'),
        url: textOf(input, 'calloutUrl'),
        externalCredential: external === undefined ? null : textOf(external, 'developerName'),
        allowMergeFieldsInBody: flagOf(options, 'allowMergeFieldsInBody'),
        allowMergeFieldsInHeader: flagOf(options, 'allowMergeFieldsInHeader'),
        generateAuthorizationHeader: flagOf(options, 'generateAuthorizationHeader'),
        headers: headersOf(input),
        allowedNamespaces:
            allowed === undefined
                ? []
                : textOf(allowed, 'parameterValue')
                      .split(/[\s,]+/)
                      .filter(Boolean),
    };
}
