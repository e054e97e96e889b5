import { defineBuiltIn } from '../built-in-type.ts';
import { throwApex } from '../exceptions.ts';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

interface Parts {
    readonly protocol: string;
    readonly authority: string;
    readonly host: string;
    readonly port: number;
    readonly userInfo: string | null;
    readonly path: string;
    readonly query: string | null;
    readonly ref: string | null;
}

/** `System.URL`: java.net.URL, which takes text apart and checks little. Immutable. */
export class ApexUrl {
    readonly parts: Parts;

    constructor(parts: Parts) {
        this.parts = parts;
    }

    /** @throws System.StringException where there is no protocol, or one that Java does not know */
    static parse(text: string): ApexUrl {
        return ApexUrl.resolve(null, text);
    }

    /** `text` in the context of another URL, whose parts stand in where `text` has none. */
    static resolve(context: ApexUrl | null, text: string): ApexUrl {
        const [, protocol, rest = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?([\s\S]*)$/.exec(text.trim()) ?? [];
        if (protocol === undefined && context === null) throwApex('System.StringException', `no protocol: ${text}`);
        const name = protocol?.toLowerCase() ?? context?.parts.protocol ?? '';
        if (DEFAULT_PORTS[name] === undefined) throwApex('System.StringException', `unknown protocol: ${name}`);
        const base = context !== null && name === context.parts.protocol ? context.parts : null;
        const [withoutRef = '', ref = null] = splitAt(rest, '#');
        const [location = '', query = null] = splitAt(withoutRef, '?');
        const slashes = /^\/\/([^/]*)([\s\S]*)$/.exec(location);
        if (slashes !== null) {
            const authority = readAuthority(slashes[1] ?? '', text);
            return new ApexUrl({ protocol: name, ...authority, path: normalize(slashes[2] ?? ''), query, ref });
        }
        const inherited = base ?? { authority: '', host: '', port: -1, userInfo: null, path: '', query: null };
        const { authority, host, port, userInfo } = inherited;
        const path = location === '' ? inherited.path : mergePaths(inherited.path, location, authority !== '');
        const kept = location === '' && query === null ? inherited.query : query;
        return new ApexUrl({ protocol: name, authority, host, port, userInfo, path, query: kept, ref });
    }

    /** @param port -1: the protocol's own */
    static ofParts(protocol: string, host: string, port: number, file: string): ApexUrl {
        const name = protocol.toLowerCase();
        if (DEFAULT_PORTS[name] === undefined) throwApex('System.StringException', `unknown protocol: ${name}`);
        if (port < -1) throwApex('System.StringException', `Invalid port number :${port}`);
        const [withoutRef = '', ref = null] = splitAt(file, '#');
        const [path = '', query = null] = splitAt(withoutRef, '?');
        const authority = port === -1 ? host : `${host}:${port}`;
        return new ApexUrl({ protocol: name, authority, host, port, userInfo: null, path, query, ref });
    }

    get defaultPort(): number {
        return DEFAULT_PORTS[this.parts.protocol] ?? -1;
    }

    /** Path and query. */
    get file(): string {
        const { path, query } = this.parts;
        return query === null ? path : `${path}?${query}`;
    }

    /** Whether both are the same but for what follows `#`. */
    sameFile(other: ApexUrl): boolean {
        const port = (url: ApexUrl): number => (url.parts.port === -1 ? url.defaultPort : url.parts.port);
        return (
            this.parts.protocol === other.parts.protocol &&
            this.parts.host.toLowerCase() === other.parts.host.toLowerCase() &&
            port(this) === port(other) &&
            this.file === other.file
        );
    }

    equals(other: unknown): boolean {
        return other instanceof ApexUrl && this.sameFile(other) && this.parts.ref === other.parts.ref;
    }

    toString(): string {
        return this.toExternalForm();
    }

    toExternalForm(): string {
        const { protocol, authority, ref } = this.parts;
        const location = authority === '' ? '' : `//${authority}`;
        return `${protocol}:${location}${this.file}${ref === null ? '' : `#${ref}`}`;
    }
}

defineBuiltIn('System.Url', ApexUrl);

/** Before and after the first `separator`; nothing after it where there is none. */
function splitAt(text: string, separator: string): [string, string?] {
    const at = text.indexOf(separator);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function readAuthority(authority: string, text: string): Pick<Parts, 'authority' | 'host' | 'port' | 'userInfo'> {
    const at = authority.lastIndexOf('@');
    const userInfo = at < 0 ? null : authority.slice(0, at);
    const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority.slice(at + 1)) ?? [];
    if (!/^\d*$/.test(port)) throwApex('System.StringException', `For input string: "${port}" in ${text}`);
    return { authority, host, port: port === '' ? -1 : Number(port), userInfo };
}

function mergePaths(base: string, path: string, hasAuthority: boolean): string {
    if (path.startsWith('/')) return normalize(path);
    const folder = base.slice(0, base.lastIndexOf('/') + 1);
    return normalize((folder === '' && hasAuthority ? '/' : folder) + path);
}

/** Takes `.` and `..` out of a path; a `..` above the root stays. */
function normalize(path: string): string {
    let normal = path.replaceAll(/\/\.(?=\/)/g, '').replace(/\/\.$/, '/');
    for (let before = ''; before !== normal;) {
        before = normal;
        normal = normal.replace(/\/(?!\.\.\/)[^/]+\/\.\.(?=\/|$)/, '').replace(/^$/, before === '' ? '' : '/');
    }
    return normal;
}
