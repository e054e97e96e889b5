import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type LocalOrgServer, startLocalOrgServer } from '@sw-studio/local-org';
import { EXIT_CODES } from '../src/failure/exit-codes.ts';
import { logSfIn, Terminal } from './support/terminal.ts';

const CLIENT = 'sw-command-line';

let terminal: Terminal;
let server: LocalOrgServer;

before(async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    terminal = await Terminal.withBuiltCli();
    server = await startLocalOrgServer({
        data: null,
        port: 0,
        connectedApps: [{ clientId: CLIENT, clientSecret: null, certificate: publicKey, runAs: null }],
    });
    const key = join(terminal.home, 'server.key');
    writeFileSync(key, privateKey);
    const { username } = await server.signIn();
    const login = ['org', 'login', 'jwt', '--client-id', CLIENT, '--jwt-key-file', key, '--username', username];
    const ended = await terminal.sf([...login, '--instance-url', server.url, '--alias', 'renewable']);
    assert.equal(ended.exitCode, 0, ended.stderr);
});

after(async () => {
    await server.stop();
    terminal.close();
});

/** The package is not in this org, which only an org that accepts the session can say. */
async function look(from: Terminal, alias: string): Promise<{ exitCode: number | null; output: string }> {
    const { exitCode, stdout, stderr } = await from.sw(['sync', 'status', '--debug', '--target-org', alias]);
    return { exitCode, output: `${stdout}${stderr}` };
}

/** As an administrator ends a session in Setup. */
async function endSession(token: string): Promise<void> {
    const body = new URLSearchParams({ token });
    const { status } = await fetch(`${server.url}/services/oauth2/revoke`, { method: 'POST', body });
    assert.equal(status, 200);
}

/** The session that sf keeps under an alias, told by sf itself. */
async function savedToken(alias: string): Promise<string> {
    const show = ['org', 'auth', 'show-access-token', '--target-org', alias, '--json'];
    const { stdout } = await terminal.sf(show);
    return (JSON.parse(stdout) as { result: { accessToken: string } }).result.accessToken;
}

test('a session that has ended is renewed by itself, and the new one is kept for the next command', async () => {
    await endSession(await savedToken('renewable'));
    const first = await look(terminal, 'renewable');
    assert.equal(first.exitCode, EXIT_CODES.NOT_INSTALLED.code, first.output);
    assert.match(first.output, / 401 .* 404 /s);
    const second = await look(terminal, 'renewable');
    assert.equal(second.exitCode, EXIT_CODES.NOT_INSTALLED.code, second.output);
    assert.doesNotMatch(second.output, / 401 /);
});

test('a login by a token alone cannot be renewed, and says how to log in again', async (context) => {
    const other = await Terminal.withBuiltCli();
    context.after(() => other.close());
    const { accessToken } = await server.signIn();
    await logSfIn(other, server.url, accessToken, 'fleeting');
    await endSession(accessToken);
    const { exitCode, output } = await look(other, 'fleeting');
    assert.equal(exitCode, EXIT_CODES.AUTH.code, output);
    assert.match(output, /SESSION_EXPIRED.*sf org login web --alias fleeting/s);
    assert.ok(!output.includes(accessToken.split('!')[1]!));
});
