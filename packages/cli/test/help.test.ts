import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '@oclif/core/command';
import { commands } from '../src/commands/index.ts';

const entries = Object.entries(commands) as [string, Command.Class][];

/** Command lines of the examples, as a user would type them; the last command of a pipe is ours. */
function examplesOf(id: string, command: Command.Class): string[] {
    return (command.examples ?? [])
        .flatMap((example) => (typeof example === 'string' ? example : example.command).split('\n'))
        .filter((line) => line.includes('<%= config.bin %>'))
        .map((line) => line.slice(line.indexOf('<%= config.bin %>')))
        .map((line) => line.replace('<%= config.bin %>', '').replace('<%= command.id %>', id).trim());
}

/** Words of a command line as a shell splits them, up to a redirection. */
function wordsOf(line: string): string[] {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted ?? plain!.replace(/\)$/, ''),
    );
    const end = words.indexOf('>');
    return end < 0 ? words : words.slice(0, end);
}

for (const [id, command] of entries) {
    test(`the examples of ${id} are accepted by its parser`, async () => {
        const examples = examplesOf(id, command);
        assert.ok(examples.length > 0, 'It has no example');
        for (const example of examples) {
            const [name, ...words] = wordsOf(example);
            assert.equal(name, id);
            await assert.doesNotReject(parse(command, words), example);
        }
    });

    test(`${id} says what it is for and what each of its flags does`, () => {
        assert.match(command.summary ?? '', /\.$|\?$/);
        assert.notEqual(command.description ?? '', '');
        for (const [name, flag] of Object.entries({ ...command.baseFlags, ...command.flags })) {
            assert.match(flag.summary ?? '', /\.$/, name);
        }
    });
}

/** The arguments and flags are read, the command itself is not run. Folders of examples do not exist here. */
async function parse(command: Command.Class, words: string[]): Promise<unknown> {
    const { Parser } = await import('@oclif/core');
    const flags = Object.entries({ ...command.baseFlags, ...command.flags }).map(([name, flag]) => [
        name,
        'exists' in flag ? { ...flag, parse: async (value: string) => value } : flag,
    ]);
    // oclif adds the flag --json by itself.
    const line = words.filter((word) => word !== '--json');
    return Parser.parse(line, {
        flags: Object.fromEntries(flags) as Command.Class['flags'],
        args: command.args,
        strict: command.strict,
    });
}
