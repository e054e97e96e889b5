import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { JobSummary } from '@sw-studio/contract';
import { EXIT_CODES } from '../src/failure/exit-codes.ts';
import type { Failure } from '../src/failure/failure.ts';
import { SCRIPTED_TOKEN, ScriptedOrg, statusWith } from './support/scripted-org.ts';
import { logSfIn, Terminal } from './support/terminal.ts';

const RUNNING_JOB: JobSummary = {
    id: 'a00000000000001AAA',
    name: 'SWJ-0000042',
    cycleId: 'cycle-42',
    status: 'Processing',
    fullSync: false,
    startedAt: new Date(Date.now() - 4 * 60_000 - 5000).toISOString(),
    recordsExamined: 0,
    recordsChanged: 0,
    recordsFailed: 0,
    stepsCompleted: 1,
    stepsPartiallyCompleted: 0,
    stepsFailed: 0,
    stepsSkipped: 0,
    apexJobs: 2,
};
const RUNNING = {
    ...statusWith({ running: 'Running', currentStep: 'GetProspects', cycleId: 'cycle-42' }),
    lastExecution: RUNNING_JOB,
};
const REFUSAL = { status: 412, body: [{ errorCode: 'SYNC_ALREADY_RUNNING', message: 'The sync is on and running.' }] };
const RESTART = 'POST /Sync/v1/RestartSync';

let terminal: Terminal;
let org: ScriptedOrg;

before(async () => {
    terminal = await Terminal.withBuiltCli();
    org = await ScriptedOrg.start((call, parameters) => {
        if (call === RESTART) return parameters.get('force') === 'true' ? { status: 200, body: statusWith() } : REFUSAL;
        return { status: 200, body: RUNNING };
    });
    await logSfIn(terminal, org.url, SCRIPTED_TOKEN, 'demo');
});

after(() => {
    org.close();
    terminal.close();
});

const restarts = (): string[] => org.calls.splice(0).filter((call) => call.startsWith(RESTART));

test('without a terminal it says what runs, since when, and the command that forces it; nothing is changed', async () => {
    const { exitCode, stderr, stdout } = await terminal.sw(['sync', 'restart', '--target-org', 'demo']);
    assert.equal(exitCode, EXIT_CODES.ALREADY_RUNNING.code);
    assert.equal(stdout, '');
    assert.match(
        stderr,
        /the cycle SWJ-0000042 runs: it began 4 min ago, now in step GetProspects\. Nothing was changed\./,
    );
    assert.match(stderr, /sw sync restart --force --target-org demo$/m);
    assert.doesNotMatch(stderr, /\[y\/N\]/);
    assert.deepEqual(restarts(), [RESTART]);
});

test('with --json it never asks, and answers the status beside the code', async () => {
    const { exitCode, stdout, stderr } = await terminal.sw(['sync', 'restart', '--target-org', 'demo', '--json']);
    const failure = JSON.parse(stdout) as Failure;
    assert.equal(exitCode, EXIT_CODES.ALREADY_RUNNING.code);
    assert.equal(stderr, '');
    assert.equal(failure.name, 'SYNC_ALREADY_RUNNING');
    assert.equal(failure.status, EXIT_CODES.ALREADY_RUNNING.code);
    assert.deepEqual(failure.data, RUNNING);
    assert.deepEqual(restarts(), [RESTART]);
});

test('with --force it restarts', async () => {
    const { exitCode, stdout } = await terminal.sw(['sync', 'restart', '--target-org', 'demo', '--force']);
    assert.equal(exitCode, 0);
    assert.match(stdout, /was restarted \(generation 3\)/);
    assert.deepEqual(restarts(), [`${RESTART}?force=true`]);
});

for (const { answer, code, called } of [
    { answer: 'y\n', code: 0, called: [RESTART, `${RESTART}?force=true`] },
    { answer: '\n', code: EXIT_CODES.ALREADY_RUNNING.code, called: [RESTART] },
]) {
    test(`in a terminal it asks once, and ${JSON.stringify(answer)} ends with ${code}`, async () => {
        const { exitCode, stdout } = await terminal.swInTerminal(['sync', 'restart', '--target-org', 'demo'], answer);
        assert.equal(exitCode, code, stdout);
        assert.equal(stdout.split('Restart it all the same? [y/N]').length, 2);
        assert.deepEqual(restarts(), called);
    });
}
