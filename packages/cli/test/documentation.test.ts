import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ORG_ERRORS } from '@sw-studio/org-client';
import { commands } from '../src/commands/index.ts';

const DOCUMENT = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ');

test('every command is in the document with what it does', () => {
    for (const [id, { summary }] of Object.entries(commands)) {
        assert.ok(DOCUMENT.includes(`| \`${id.replaceAll(':', ' ')}\` | ${summary?.replaceAll('\n', ' ')} |`), id);
    }
});

test('every failure is in the document with its sentence', () => {
    for (const [code, { sentence }] of Object.entries(ORG_ERRORS)) {
        assert.ok(DOCUMENT.includes(`| ${code} | ${sentence} |`), code);
    }
});

test('every command line of the document names a command that there is', () => {
    const lines = [...DOCUMENT.matchAll(/^(?:sf )?sw (?!--)([\w -]+)/gm)].map(([, words]) => words!.trim());
    assert.ok(lines.length > 8);
    for (const line of lines) {
        const known = Object.keys(commands).some((id) => `${line} `.startsWith(`${id.replaceAll(':', ' ')} `));
        assert.ok(known, line);
    }
});
