import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Config } from '@oclif/core/config';
import { unknownCommand } from '../src/failure/unknown-command.ts';

const config = {
    bin: 'sw',
    commandIDs: ['sync:start', 'sync:status', 'job:list', 'doctor'],
} as unknown as Config;

const remediesFor = (...words: string[]): readonly string[] | undefined =>
    unknownCommand(new Error(`command ${words.join(':')} not found`), words, config)?.remedies;

test('the command that was probably meant is named', () => {
    assert.equal(remediesFor('sync', 'stauts')?.[0], 'Did you mean: sw sync status');
    assert.equal(remediesFor('dcotor')?.[0], 'Did you mean: sw doctor');
    assert.equal(remediesFor('job', 'lst', '--json')?.[0], 'Did you mean: sw job list');
});

test('nothing is guessed where nothing is near', () => {
    assert.deepEqual(remediesFor('something', 'else'), ['See all commands: sw --help']);
});

test('another error is not taken for one', () => {
    assert.equal(unknownCommand(new Error('Out of memory'), ['sync'], config), undefined);
});
