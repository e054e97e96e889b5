import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { SyncHealth } from '@sw-studio/contract';
import { EXIT_CODES, type ExitName, exitOf } from '../src/failure/exit-codes.ts';
import { SCRIPTED_TOKEN, ScriptedOrg, type Script, statusWith } from './support/scripted-org.ts';
import { logSfIn, Terminal } from './support/terminal.ts';

const DOCUMENT = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

let terminal: Terminal;
let org: ScriptedOrg;

before(async () => {
    terminal = await Terminal.withBuiltCli();
    org = await ScriptedOrg.start(() => undefined);
    await logSfIn(terminal, org.url, SCRIPTED_TOKEN, 'scripted');
});

after(() => {
    org.close();
    terminal.close();
});

const refusal = (status: number, errorCode: string): Script => {
    return () => ({ status, body: [{ errorCode, message: 'The org says so.' }] });
};
const healthOf = (health: SyncHealth): Script => {
    return () => ({ status: 200, body: statusWith({ health, reason: { code: 'WHY', message: 'Because.' } }) });
};
const HEALTH_WITH_ERROR: Script = () => ({
    status: 200,
    body: {
        status: 'ERROR',
        checkedAt: '2026-01-01T00:00:00.000Z',
        checks: [{ code: 'WATCHER', label: 'Watcher', status: 'ERROR', message: 'It is missing.', fix: 'ARM_WATCHER' }],
    },
});

const CASES: readonly { words: readonly string[]; script: Script; ends: ExitName }[] = [
    { words: ['sync', 'status'], script: healthOf('HEALTHY'), ends: 'OK' },
    { words: ['sync', 'status'], script: healthOf('OFF'), ends: 'OK' },
    { words: ['sync', 'status'], script: healthOf('DEAD'), ends: 'SYNC_UNHEALTHY' },
    { words: ['sync', 'status'], script: healthOf('AT_RISK'), ends: 'SYNC_UNHEALTHY' },
    { words: ['sync', 'status'], script: healthOf('PAUSED'), ends: 'SYNC_UNHEALTHY' },
    { words: ['sync', 'status'], script: () => undefined, ends: 'NOT_INSTALLED' },
    { words: ['sync', 'status'], script: refusal(403, 'FORBIDDEN'), ends: 'FORBIDDEN' },
    { words: ['sync', 'start'], script: refusal(403, 'SYNC_USER_NOT_ELIGIBLE'), ends: 'FORBIDDEN' },
    { words: ['sync', 'start'], script: refusal(412, 'SYNC_ALREADY_RUNNING'), ends: 'ALREADY_RUNNING' },
    { words: ['sync', 'run-now'], script: refusal(409, 'SYNC_OFF'), ends: 'ORG_ERROR' },
    { words: ['job', 'get', 'none'], script: refusal(404, 'JOB_NOT_FOUND'), ends: 'ORG_ERROR' },
    { words: ['sync', 'status', '--target-org', 'nobody'], script: healthOf('HEALTHY'), ends: 'AUTH' },
    { words: ['sync', 'status', '--nonsense'], script: healthOf('HEALTHY'), ends: 'USAGE' },
    { words: ['sync', 'nonsense'], script: healthOf('HEALTHY'), ends: 'USAGE' },
    { words: ['doctor'], script: HEALTH_WITH_ERROR, ends: 'SYNC_UNHEALTHY' },
    { words: ['org', 'status'], script: healthOf('HEALTHY'), ends: 'ORG_ERROR' },
];

for (const [index, { words, script, ends }] of CASES.entries()) {
    test(`sw ${words.join(' ')} ends as ${ends} (case ${index + 1})`, async () => {
        org.script = script;
        const named = words.includes('--target-org') || words[0] === 'org' || words[1] === 'nonsense';
        const line = named ? words : [...words, '--target-org', 'scripted'];
        const { exitCode, stdout, stderr } = await terminal.sw(line);
        assert.equal(exitCode, EXIT_CODES[ends].code, `${stdout}${stderr}`);
    });
}

test('a fix that is refused beside one that is applied ends as PARTIAL', async () => {
    org.script = (call, parameters) => {
        if (call === 'GET /Sync/v1/Health') {
            const check = { label: 'A check', status: 'WARNING', message: 'Something.' };
            const checks = [
                { ...check, code: 'ONE', fix: 'ARM_WATCHER' },
                { ...check, code: 'TWO', fix: 'WRITE_SETTINGS' },
            ];
            return { status: 200, body: { status: 'WARNING', checkedAt: '2026-01-01T00:00:00.000Z', checks } };
        }
        if (parameters.get('fix') === 'ARM_WATCHER') return { status: 200, body: statusWith() };
        return { status: 503, body: [{ errorCode: 'SYNC_BUSY', message: 'The sync is held.' }] };
    };
    const { exitCode, stdout } = await terminal.sw(['doctor', '--fix', '--target-org', 'scripted']);
    assert.equal(exitCode, EXIT_CODES.PARTIAL.code);
    assert.match(stdout, /Applied ARM_WATCHER/);
    assert.match(stdout, /Could not apply WRITE_SETTINGS: The sync is held\. \(SYNC_BUSY\)/);
});

test('a code that nothing is known of ends as an error of the org', () => {
    assert.equal(exitOf('SOMETHING_NEW'), 'ORG_ERROR');
});

test('the table of exit codes is documented as it is', () => {
    for (const [name, { code, meaning }] of Object.entries(EXIT_CODES)) {
        assert.match(
            DOCUMENT.replaceAll(/ +/g, ' '),
            new RegExp(`\\| ${code} \\| ${name} \\| ${meaning.replaceAll('.', '\\.')} \\|`),
        );
    }
});
