import { defineBuiltIn } from '../../built-in-type.ts';
import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { requireService } from '../../services.ts';
import { required } from '../../values/null.ts';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

/** The parts of an address (RFC 3986, appendix B). */
const PARTS = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;

/** `System.URL`, with the parts that java.net.URL tells apart. */
export class ApexUrl {
    readonly protocol: string;
    readonly authority: string | null;
    readonly path: string;
    readonly query: string | null;
    readonly reference: string | null;

    /** @throws System.StringException for text without a protocol */
    constructor(text: string) {
        const match = PARTS.exec(text);
        if (match === null) throwApex('System.StringException', `no protocol: ${text}`);
        this.protocol = (match[1] ?? '').toLowerCase();
        this.authority = match[2] ?? null;
        this.path = match[3] ?? '';
        this.query = match[4] ?? null;
        this.reference = match[5] ?? null;
    }

    get host(): string {
        return this.hostAndPort.replace(/:\d*$/, '');
    }

    get port(): number {
        const port = /:(\d+)$/.exec(this.hostAndPort)?.[1];
        return port === undefined ? -1 : Number(port);
    }

    get userInfo(): string | null {
        const at = this.authority?.lastIndexOf('@') ?? -1;
        return at < 0 ? null : (this.authority?.slice(0, at) ?? null);
    }

    /** The path with its query. */
    get file(): string {
        return this.query === null ? this.path : `${this.path}?${this.query}`;
    }

    sameFile(other: ApexUrl): boolean {
        const port = (url: ApexUrl): number => (url.port < 0 ? defaultPort(url) : url.port);
        return (
            this.protocol === other.protocol &&
            this.host.toLowerCase() === other.host.toLowerCase() &&
            port(this) === port(other) &&
            this.file === other.file
        );
    }

    toString(): string {
        const authority = this.authority === null ? '' : `//${this.authority}`;
        return `${this.protocol}:${authority}${this.file}${this.reference === null ? '' : `#${this.reference}`}`;
    }

    private get hostAndPort(): string {
        const authority = this.authority ?? '';
        return authority.slice(authority.lastIndexOf('@') + 1);
    }
}

defineBuiltIn('System.Url', ApexUrl);

function defaultPort(url: ApexUrl): number {
    return DEFAULT_PORTS[url.protocol] ?? -1;
}

function orgUrl(usedBy: string): ApexUrl {
    return new ApexUrl(requireService('organization', usedBy).baseUrl);
}

function inContext(context: ApexUrl, text: string): ApexUrl {
    try {
        return new ApexUrl(new URL(text, context.toString()).toString());
    } catch {
        throwApex('System.StringException', `no protocol: ${text}`);
    }
}

export const urlLibrary: TypeLibrary = {
    type: 'System.Url',
    constructors: {
        'new(String)': (text: string | null) => new ApexUrl(required(text)),
        'new(Url,String)': (context: ApexUrl | null, text: string | null) =>
            inContext(required(context), required(text)),
        'new(String,String,String)': (protocol: string, host: string, file: string) =>
            new ApexUrl(`${protocol}://${host}${file}`),
        'new(String,String,Integer,String)': (protocol: string, host: string, port: number, file: string) =>
            new ApexUrl(`${protocol}://${host}:${port}${file}`),
    },
    statics: {
        'getCurrentRequestUrl()': () => orgUrl('URL.getCurrentRequestUrl'),
        'getOrgDomainUrl()': () => orgUrl('URL.getOrgDomainUrl'),
        'getSalesforceBaseUrl()': () => orgUrl('URL.getSalesforceBaseUrl'),
    },
    methods: {
        'getAuthority()': (self: ApexUrl) => self.authority ?? '',
        'getDefaultPort()': (self: ApexUrl) => defaultPort(self),
        'getFile()': (self: ApexUrl) => self.file,
        'getHost()': (self: ApexUrl) => self.host,
        'getPath()': (self: ApexUrl) => self.path,
        'getPort()': (self: ApexUrl) => self.port,
        'getProtocol()': (self: ApexUrl) => self.protocol,
        'getQuery()': (self: ApexUrl) => self.query,
        'getRef()': (self: ApexUrl) => self.reference,
        'getUserInfo()': (self: ApexUrl) => self.userInfo,
        'sameFile(Url)': (self: ApexUrl, other: ApexUrl) => self.sameFile(other),
        'toExternalForm()': (self: ApexUrl) => self.toString(),
        'toString()': (self: ApexUrl) => self.toString(),
    },
    partly: { 'getCurrentRequestUrl()': 'Answers the address of the org.' },
};
