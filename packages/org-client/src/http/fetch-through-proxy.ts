import { fetch as undiciFetch, ProxyAgent } from 'undici';

export interface ProxiedOptions {
    method: string;
    headers: Readonly<Record<string, string>>;
    signal: AbortSignal;
    body?: string;
}

export async function fetchThroughProxy(proxy: string, url: URL, options: ProxiedOptions): Promise<Response> {
    return undiciFetch(url, { ...options, dispatcher: new ProxyAgent(proxy) });
}
