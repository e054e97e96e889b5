import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Command } from '@oclif/core/command';
import { commands } from '../src/commands/index.ts';
import { commandSchemas } from '../src/published/command-schemas.ts';
import { snapshotOf } from '../src/published/command-snapshot.ts';
import { RESULT_SCHEMAS } from '../src/published/result-schemas.ts';

// A change of what is kept here may break somebody's script. UPDATE_SNAPSHOTS=1 writes it anew, for a change that is meant.

const SNAPSHOT = new URL('../command-snapshot.json', import.meta.url);
const SCHEMAS = new URL('../schemas/', import.meta.url);

const entries = Object.entries(commands) as [string, Command.Class][];
const snapshot = entries.map(([id, command]) => snapshotOf(id, command));

if (process.env['UPDATE_SNAPSHOTS'] === '1') {
    writeFileSync(SNAPSHOT, `${JSON.stringify(snapshot, null, 4)}\n`);
    rmSync(SCHEMAS, { recursive: true, force: true });
    mkdirSync(SCHEMAS);
    for (const [file, schema] of commandSchemas()) {
        writeFileSync(new URL(file, SCHEMAS), `${JSON.stringify(schema, null, 4)}\n`);
    }
}

test('every command has the arguments and flags of the snapshot', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(snapshot)), JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
});

test('every command has a schema of what it prints with --json', () => {
    assert.deepEqual(Object.keys(RESULT_SCHEMAS).sort(), Object.keys(commands).sort());
});

test('the published schemas are those of the commands', () => {
    const published = readdirSync(SCHEMAS).map((file) => [
        file,
        JSON.parse(readFileSync(new URL(file, SCHEMAS), 'utf8')) as unknown,
    ]);
    assert.deepEqual(Object.fromEntries(published), Object.fromEntries(commandSchemas()));
});

test('every command can print JSON and takes no colours when it is told so', () => {
    for (const [id, command] of entries) {
        assert.equal(command.enableJsonFlag, true, id);
        assert.ok('no-color' in (command.baseFlags ?? {}), id);
    }
});
