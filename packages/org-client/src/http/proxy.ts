/**
 * The proxy that the environment names for an address, as curl and sf understand it: HTTPS_PROXY or HTTP_PROXY by the
 * scheme, in either case, unless NO_PROXY lists the host. The machine itself is never reached through one.
 */
export function proxyFor(address: URL, environment: NodeJS.ProcessEnv = process.env): string | undefined {
    const read = (name: string): string | undefined =>
        environment[name.toLowerCase()] || environment[name.toUpperCase()] || undefined;
    const proxy = read(address.protocol === 'https:' ? 'https_proxy' : 'http_proxy') ?? read('all_proxy');
    if (proxy === undefined || isLoopback(address.hostname)) return undefined;
    return isExcepted(address, read('no_proxy') ?? '') ? undefined : proxy;
}

/** Without the credentials that its address may hold. */
export function showProxy(proxy: string): string {
    try {
        return new URL(proxy).host;
    } catch {
        return 'of the environment';
    }
}

function isLoopback(hostname: string): boolean {
    return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function isExcepted({ hostname, port }: URL, list: string): boolean {
    return list
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
            const [host = '', ofPort] = entry.replace(/^\*?\./, '').split(':');
            if (ofPort !== undefined && ofPort !== port) return false;
            return host === '*' || hostname === host || hostname.endsWith(`.${host}`);
        });
}
