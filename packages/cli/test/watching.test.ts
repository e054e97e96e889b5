import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SyncStatus } from '@sw-studio/contract';
import { SCRIPTED_TOKEN, ScriptedOrg, statusWith } from './support/scripted-org.ts';
import { logSfIn, Terminal } from './support/terminal.ts';

let terminal: Terminal;
let org: ScriptedOrg;
let status: SyncStatus = statusWith();

before(async () => {
    terminal = await Terminal.withBuiltCli();
    org = await ScriptedOrg.start(() => ({ status: 200, body: status }));
    await logSfIn(terminal, org.url, SCRIPTED_TOKEN, 'watched');
});

after(() => {
    org.close();
    terminal.close();
});

/** Ends when the output has it; the limit of the test ends a wait in vain. */
async function seen(output: () => string, pattern: RegExp): Promise<void> {
    while (!pattern.test(output())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test(
    'each change is told once, a restart of the org is survived, Ctrl-C ends it well',
    { timeout: 60_000 },
    async () => {
        status = statusWith();
        const child = terminal.startSw(['sync', 'status', '--watch', '--interval', '1', '--target-org', 'watched']);
        let shown = '';
        child.stdout?.on('data', (chunk: Buffer) => (shown += chunk.toString()));
        child.stderr?.on('data', (chunk: Buffer) => (shown += chunk.toString()));
        const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
        const output = (): string => shown;

        await seen(output, /on, healthy, waiting;/);
        status = statusWith({ running: 'Running', currentStep: 'GetTags' });
        await seen(output, /running GetTags;/);
        org.script = () => ({ status: 503, body: null });
        await seen(output, /failed on GET .*status 503/);
        org.script = () => ({ status: 200, body: status });
        status = statusWith({ health: 'DEAD', reason: { code: 'HEARTBEAT_STALE', message: 'Nothing moves.' } });
        await seen(output, /on, dead \(HEARTBEAT_STALE\)/);
        child.kill('SIGINT');

        assert.equal(await ended, 0);
        assert.equal(shown.match(/on, healthy, waiting;/g)?.length, 1);
    },
);

test('with --json each change is a line of JSON', { timeout: 60_000 }, async () => {
    status = statusWith();
    const words = ['sync', 'status', '--watch', '--interval', '1', '--json', '--target-org', 'watched'];
    const child = terminal.startSw(words);
    let shown = '';
    child.stdout?.on('data', (chunk: Buffer) => (shown += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    await seen(() => shown, /HEALTHY/);
    status = statusWith({ generation: 4 });
    await seen(() => shown, /"generation":4/);
    child.kill('SIGINT');
    assert.equal(await ended, 0);
    const generations = shown
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as SyncStatus).sync.generation);
    assert.deepEqual(generations, [3, 4]);
});
