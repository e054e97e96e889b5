import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { completionScript } from '../src/completion/shell-scripts.ts';

const COMMANDS = [
    {
        id: 'job:list',
        summary: 'List the cycles.',
        flags: [
            { name: 'status', summary: 'Only those.', options: ['Failed', 'Completed'] },
            { name: 'limit', summary: 'How many.' },
        ],
    },
    { id: 'sync:status', summary: 'Show the status.', flags: [{ name: 'watch', summary: 'Stay.' }] },
    { id: 'sync:stop', summary: 'Turn it off.', flags: [] },
    { id: 'doctor', summary: 'Check.', flags: [{ name: 'fix', summary: 'Mend.' }] },
];

/** What bash offers after these words. */
function complete(...words: string[]): string[] {
    const script = completionScript('bash', 'sw', COMMANDS);
    const line = words.map((word) => `'${word}'`).join(' ');
    const run = `${script}\nCOMP_WORDS=(sw ${line}); COMP_CWORD=${words.length}; _sw; echo "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', run], { encoding: 'utf8' }).trim().split(' ');
}

test('topics and commands are completed', () => {
    assert.deepEqual(complete(''), ['job', 'sync', 'doctor']);
    assert.deepEqual(complete('sync', 'st'), ['status', 'stop']);
});

test('flags are completed behind their command only', () => {
    assert.deepEqual(complete('sync', 'status', '--'), ['--watch']);
    assert.deepEqual(complete('doctor', '--'), ['--fix']);
});

test('flags are completed behind other flags, and values behind their flag', () => {
    assert.deepEqual(complete('job', 'list', '--limit', '5', '--s'), ['--status']);
    assert.deepEqual(complete('job', 'list', '--status', ''), ['Failed', 'Completed']);
});

test('fish gets a line with a description for each', () => {
    const script = completionScript('fish', 'sw', COMMANDS);
    assert.match(script, /-f -a stop -d 'Turn it off\.'/);
    assert.match(script, /-l watch -d 'Stay\.'/);
});
