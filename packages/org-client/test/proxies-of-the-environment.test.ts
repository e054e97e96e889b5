import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { proxyFor } from '../src/http/proxy.ts';
import { connectTo } from './fixture-org.ts';

const ORG = new URL('https://acme.my.salesforce.com/services/data');

test('the proxy is the one of the scheme, in either case of its name', () => {
    assert.equal(proxyFor(ORG, { HTTPS_PROXY: 'http://proxy:1', HTTP_PROXY: 'http://proxy:2' }), 'http://proxy:1');
    assert.equal(proxyFor(ORG, { https_proxy: 'http://proxy:3' }), 'http://proxy:3');
    assert.equal(proxyFor(ORG, { ALL_PROXY: 'http://proxy:4' }), 'http://proxy:4');
    assert.equal(proxyFor(ORG, {}), undefined);
});

test('hosts of NO_PROXY, and the machine itself, are reached directly', () => {
    for (const list of [
        'salesforce.com',
        '.my.salesforce.com',
        '*.salesforce.com',
        'other, acme.my.salesforce.com',
        '*',
    ]) {
        assert.equal(proxyFor(ORG, { HTTPS_PROXY: 'http://proxy:1', NO_PROXY: list }), undefined, list);
    }
    assert.equal(proxyFor(ORG, { HTTPS_PROXY: 'http://proxy:1', NO_PROXY: 'force.com' }), 'http://proxy:1');
    assert.equal(proxyFor(new URL('http://127.0.0.1:8080'), { HTTP_PROXY: 'http://proxy:1' }), undefined);
});

test('a proxy that refuses is PROXY_FAILED, and its password is not told', async (context) => {
    const proxy = createServer((_, response) => response.writeHead(407).end());
    proxy.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    context.after(() => proxy.close());
    const { port } = proxy.address() as AddressInfo;
    process.env['HTTPS_PROXY'] = `http://me:topsecret@127.0.0.1:${port}`;
    context.after(() => delete process.env['HTTPS_PROXY']);
    const request = connectTo('https://acme.example').request({ method: 'GET', path: '/services/data' });
    await assert.rejects(request, ({ code, message }: Error & { code: string }) => {
        assert.equal(code, 'PROXY_FAILED');
        assert.match(message, new RegExp(`127\\.0\\.0\\.1:${port}`));
        assert.doesNotMatch(message, /topsecret/);
        return true;
    });
});
