import type { HttpTransport } from '../../src/callouts/http-transport.ts';
import type { WireRequest } from '../../src/callouts/wire.ts';
import type { MetadataPackage, XmlElement } from '../../src/metadata/model.ts';
import { readPermissions } from '../../src/metadata/read-permissions.ts';

export interface VendorCredential {
    readonly url: string;
    /** Default: a bearer token. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly protocol?: string;
    readonly principalType?: string;
    readonly named?: XmlElement;
}

/** Metadata of a named credential `Vendor` over an external credential `Vendor` with the principal `Sync`. */
export function vendorCredential({
    url,
    headers = { Authorization: "{!'Bearer ' & $Credential.Vendor.Token}" },
    protocol = 'Custom',
    principalType = 'NamedPrincipal',
    named = {},
}: VendorCredential): Pick<MetadataPackage, 'namedCredentials' | 'externalCredentials'> {
    const authHeaders = Object.entries(headers).map(([parameterName, parameterValue]) => ({
        parameterType: 'AuthHeader',
        parameterName,
        parameterValue,
    }));
    return {
        namedCredentials: [
            {
                name: 'Vendor',
                label: 'Vendor',
                content: {
                    namedCredentialType: 'SecuredEndpoint',
                    namedCredentialParameters: [
                        { parameterType: 'Url', parameterName: 'Url', parameterValue: url },
                        { parameterType: 'Authentication', externalCredential: 'Vendor' },
                    ],
                    ...named,
                },
            },
        ],
        externalCredentials: [
            {
                name: 'Vendor',
                label: 'Vendor',
                content: {
                    authenticationProtocol: protocol,
                    externalCredentialParameters: [
                        { parameterType: principalType, parameterName: 'Sync', sequenceNumber: '1' },
                        ...authHeaders,
                    ],
                },
            },
        ],
    };
}

/** Apex: calls out and writes down what came back. @param path behind `callout:Vendor` */
export function callVendor(path = '/items', more = ''): string {
    return `HttpRequest request = new HttpRequest();
        request.setEndpoint('callout:Vendor${path}');
        request.setMethod('POST');
        request.setBody('{}');
        ${more}
        Journal.write(new Http().send(request).getBody());`;
}

/** A permission set `Vendor_User` that grants the principal. */
export function vendorUser(principal = 'Vendor-Sync'): Pick<MetadataPackage, 'permissionSets'> {
    const content = {
        label: 'Vendor User',
        externalCredentialPrincipalAccesses: { enabled: 'true', externalCredentialPrincipal: principal },
    };
    return { permissionSets: [readPermissions(content, 'Vendor_User')] };
}

/** Apex: gives the running user the permission set. */
export const ASSIGN_VENDOR_USER = `insert new PermissionSetAssignment(
    AssigneeId = UserInfo.getUserId(),
    PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Vendor_User'].Id
);`;

/** A transport that keeps what it was given and answers with it: `POST https://... ` */
export function echo(): { readonly sent: WireRequest[]; readonly transport: HttpTransport } {
    const sent: WireRequest[] = [];
    return {
        sent,
        *transport(request) {
            yield { kind: 'callout', detail: request.url };
            sent.push(request);
            const body = Buffer.from(`${request.method} ${request.url}`);
            return { kind: 'response', statusCode: 200, status: 'OK', headers: [], body };
        },
    };
}

export function headerOf({ headers }: WireRequest, name: string): string | undefined {
    return headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}
