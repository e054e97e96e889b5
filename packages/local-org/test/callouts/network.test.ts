import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { exchangeBlocking } from '../../src/callouts/blocking-exchange.ts';
import { exchange } from '../../src/callouts/exchange.ts';
import type { WireOutcome, WireRequest } from '../../src/callouts/wire.ts';
import { LiveRuntime } from '../../src/executor/live-runtime.ts';
import { JobOrg } from '../support/job-org.ts';
import { apexMessage } from '../support/service-org.ts';
import { remoteSite, WebServer } from '../support/web-server.ts';

const REQUEST: Omit<WireRequest, 'url'> = {
    method: 'GET',
    headers: [],
    body: null,
    timeout: 10_000,
    timeLeft: 120_000,
    maximumBytes: 1000,
};

async function sentence(request: Partial<WireRequest> & { url: string }): Promise<string> {
    const outcome = await exchange({ ...REQUEST, ...request });
    return outcome.kind === 'failure' ? outcome.sentence : `status ${outcome.statusCode}`;
}

const text = (outcome: WireOutcome): string =>
    outcome.kind === 'response' ? Buffer.from(outcome.body).toString() : outcome.sentence;

test('a redirect is an answer, and nothing follows it', async () => {
    await using server = await WebServer.listen((_, response) =>
        response.writeHead(302, { Location: '/elsewhere' }).end('moved'),
    );
    const outcome = await exchange({ ...REQUEST, url: `${server.url}/old` });
    assert.equal(outcome.kind === 'response' && outcome.statusCode, 302);
    assert.equal(server.received.length, 1);
});

test('a compressed answer arrives unpacked', async () => {
    await using server = await WebServer.listen((_, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('unpacked')),
    );
    assert.equal(text(await exchange({ ...REQUEST, url: server.url })), 'unpacked');
});

test('an answer that does not come in time: Read timed out', async () => {
    await using server = await WebServer.listen(() => undefined);
    assert.equal(await sentence({ url: server.url, timeout: 20 }), 'Read timed out');
});

test('callouts of a transaction together may take 120 seconds', async () => {
    await using server = await WebServer.listen(() => undefined);
    assert.equal(
        await sentence({ url: server.url, timeLeft: 20 }),
        'Exceeded maximum time allotted for callout (120000 ms)',
    );
});

test('an answer beyond the limit is refused, packed or not', async () => {
    await using server = await WebServer.listen(({ path }, response) => {
        const body = 'x'.repeat(1001);
        if (path === '/packed') response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(body));
        else response.end(body);
    });
    assert.equal(await sentence({ url: server.url }), 'Exceeded max size limit of 1000 with response size 1001');
    assert.equal(
        await sentence({ url: `${server.url}/packed` }),
        'Exceeded max size limit of 1000 with response size 1001',
    );
});

test('nobody listens: Connection refused', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    assert.equal(await sentence({ url: `http://127.0.0.1:${port}` }), 'Connection refused');
});

test('a name that nobody has: Unknown host', async () => {
    assert.equal(await sentence({ url: 'http://no-such-host.invalid' }), 'Unknown host: no-such-host.invalid');
});

test('a server that hangs up: Unexpected end of file from server', async () => {
    await using server = await WebServer.listen((_, response) => response.destroy());
    assert.equal(await sentence({ url: server.url }), 'Unexpected end of file from server');
});

test('several headers of one name are one header', async () => {
    await using server = await WebServer.listen((_, response) =>
        response
            .writeHead(
                200,
                [
                    ['X-One', 'a'],
                    ['X-One', 'b'],
                ].flat(),
            )
            .end(),
    );
    const outcome = await exchange({ ...REQUEST, url: server.url });
    const header = outcome.kind === 'response' && outcome.headers.find(([name]) => name === 'X-One');
    assert.deepEqual(header, ['X-One', 'a, b']);
});

const send = (url: string, more: string): string => `HttpRequest request = new HttpRequest();
    request.setEndpoint('${url}/items');
    ${more}
    HttpResponse response = new Http().send(request);
    Journal.write(response.getStatusCode() + ' ' + response.getStatus() + ' ' + response.getHeader('x-kind') + ' ' + response.getBody());`;

test('Apex sends method, headers and body, and reads status, headers and body', async () => {
    await using server = await WebServer.listen((_, response) =>
        response.writeHead(201, 'Made', { 'X-Kind': 'plain' }).end('grüße'),
    );
    const more = `request.setMethod('POST'); request.setHeader('Content-Type', 'application/json'); request.setBody('{"n":"ü"}');`;
    const org = new JobOrg({
        scripts: { send: send(server.url, more) },
        metadata: remoteSite(server.url),
        jobs: { interleaved: true },
    });
    await new LiveRuntime({ runtime: org.runtime }).call('Scripts', 'send');
    assert.deepEqual(org.entries(), ['201 Made plain grüße']);
    const { method, path, headers, body } = server.received[0]!;
    assert.deepEqual([method, path, body.toString()], ['POST', '/items', '{"n":"ü"}']);
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['content-length'], '10');
    assert.equal(headers['sfdc_stack_depth'], '1');
    assert.equal(headers['user-agent'], 'SFDC-Callout/65.0');
});

test('setCompressed packs the body', async () => {
    await using server = await WebServer.listen((_, response) => response.end());
    const more = `request.setMethod('PUT'); request.setCompressed(true); request.setBody('packed');`;
    const org = new JobOrg({
        scripts: { send: send(server.url, more) },
        metadata: remoteSite(server.url),
        jobs: { interleaved: true },
    });
    await new LiveRuntime({ runtime: org.runtime }).call('Scripts', 'send');
    const { headers, body } = server.received[0]!;
    assert.equal(headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(body).toString(), 'packed');
});

test('a GET that has a body is sent as a POST', async () => {
    await using server = await WebServer.listen((_, response) => response.end());
    const org = new JobOrg({
        scripts: { send: send(server.url, `request.setMethod('GET'); request.setBody('body');`) },
        metadata: remoteSite(server.url),
        jobs: { interleaved: true },
    });
    await new LiveRuntime({ runtime: org.runtime }).call('Scripts', 'send');
    assert.equal(server.received[0]?.method, 'POST');
});

const REFUSED: Readonly<Record<string, readonly [statements: string, sentence: RegExp]>> = {
    'a method that the platform does not know': [`request.setMethod('FETCH');`, /^Invalid HTTP method: FETCH$/],
    'a header with a line break': [
        `request.setMethod('GET'); request.setHeader('X-A', 'a\\nB: c');`,
        /^Illegal character\(s\) in message header: X-A$/,
    ],
    'an endpoint without protocol': [
        `request.setMethod('GET'); request.setEndpoint('example.com');`,
        /^no protocol: example\.com$/,
    ],
    'a body of more than 6 MB': [
        `request.setMethod('POST'); request.setBody('x'.repeat(6000001));`,
        /^Exceeded max size limit of 6000000 with request size 6000001$/,
    ],
};

for (const [what, [statements, expected]] of Object.entries(REFUSED)) {
    test(`${what} is refused before anything is sent`, () => {
        const url = 'https://example.com';
        const org = new JobOrg({ scripts: { send: send(url, statements) }, metadata: remoteSite(url) });
        assert.throws(() => org.run('send'), apexMessage(expected));
    });
}

const SERVER = `const { parentPort } = require('node:worker_threads');
    const server = require('node:http').createServer((_, response) => response.end('answered'));
    server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

test('code that runs to its end without being set aside keeps its thread waiting for the answer', async () => {
    const worker = new Worker(SERVER, { eval: true });
    try {
        const [port] = (await once(worker, 'message')) as [number];
        assert.equal(text(exchangeBlocking({ ...REQUEST, url: `http://127.0.0.1:${port}` })), 'answered');
        assert.equal(text(exchangeBlocking({ ...REQUEST, url: `http://127.0.0.1:${port}/again` })), 'answered');
    } finally {
        await worker.terminate();
    }
});
