import type { TypeLibrary } from '../../library.ts';
import { findService, requireService } from '../../services.ts';
import { required } from '../../values/null.ts';
import { ApexUrl } from '../../values/url.ts';

export const urlLibrary: TypeLibrary = {
    type: 'System.Url',
    constructors: {
        'new(String)': (spec: string) => ApexUrl.parse(required(spec)),
        'new(Url,String)': (context: ApexUrl, spec: string) => ApexUrl.resolve(context, required(spec)),
        'new(String,String,String)': (protocol: string, host: string, file: string) =>
            ApexUrl.ofParts(required(protocol), required(host), -1, required(file)),
        'new(String,String,Integer,String)': (protocol: string, host: string, port: number, file: string) =>
            ApexUrl.ofParts(required(protocol), required(host), required(port), required(file)),
    },
    statics: {
        'getCurrentRequestUrl()': currentRequestUrl,
        'getFileFieldURL(String,String)': (id: string, field: string) => fileFieldUrl(required(id), required(field)),
        'getOrgDomainUrl()': () => orgUrl('URL.getOrgDomainUrl'),
        'getSalesforceBaseUrl()': () => orgUrl('URL.getSalesforceBaseUrl'),
    },
    methods: {
        'getAuthority()': (self: ApexUrl) => self.parts.authority,
        'getDefaultPort()': (self: ApexUrl) => self.defaultPort,
        'getFile()': (self: ApexUrl) => self.file,
        'getHost()': (self: ApexUrl) => self.parts.host,
        'getPath()': (self: ApexUrl) => self.parts.path,
        'getPort()': (self: ApexUrl) => self.parts.port,
        'getProtocol()': (self: ApexUrl) => self.parts.protocol,
        'getQuery()': (self: ApexUrl) => self.parts.query,
        'getRef()': (self: ApexUrl) => self.parts.ref,
        'getUserInfo()': (self: ApexUrl) => self.parts.userInfo,
        'sameFile(Url)': (self: ApexUrl, other: ApexUrl) => self.sameFile(required(other)),
        'toExternalForm()': (self: ApexUrl) => self.toExternalForm(),
        'toString()': (self: ApexUrl) => self.toExternalForm(),
    },
    partly: {
        'getCurrentRequestUrl()': 'The path is that of the REST request; other requests have the address of the org.',
    },
};

interface WithUri {
    readonly requestURI?: string | null;
}

function orgUrl(usedBy: string): ApexUrl {
    return ApexUrl.parse(requireService('organization', usedBy).baseUrl);
}

function currentRequestUrl(): ApexUrl {
    const base = orgUrl('URL.getCurrentRequestUrl');
    const request = findService('request')?.restRequest as WithUri | null | undefined;
    return request?.requestURI ? ApexUrl.resolve(base, request.requestURI) : base;
}

/** The download address of a file in a field. */
function fileFieldUrl(id: string, field: string): string {
    const { baseUrl } = requireService('organization', 'URL.getFileFieldURL');
    return `${baseUrl}/servlet/servlet.FileDownload?file=${id}&field=${field}`;
}
