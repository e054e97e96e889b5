import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../gate.ts';

const DIAGNOSTIC = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/;
const GLOBAL_DIAGNOSTIC = /^error (TS\d+): (.*)$/;

/** `name` is the file that errors without a place are about. */
export async function runTsc(root: string, name: string, args: readonly string[]): Promise<Fault[]> {
    const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
    const output = await new Promise<string>((settle, fail) => {
        const options = ['--noEmit', '--pretty', 'false'];
        const child = spawn(process.execPath, [tsc, ...args, ...options], {
            cwd: root,
            stdio: ['ignore', 'pipe', 'inherit'],
        });
        let text = '';
        child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
        child.on('error', fail);
        child.on('close', () => settle(text));
    });
    return parseDiagnostics(output, name);
}

/** Lines that are indented continue the message before them. */
export function parseDiagnostics(output: string, name: string): Fault[] {
    const faults: Fault[] = [];
    for (const text of output.split('\n')) {
        const located = DIAGNOSTIC.exec(text);
        const global = GLOBAL_DIAGNOSTIC.exec(text);
        const last = faults.at(-1);
        if (located !== null) {
            const [, file = '', line = '', rule = '', message = ''] = located;
            faults.push({ file, line: Number(line), rule, message });
        } else if (global !== null) {
            const [, rule = '', message = ''] = global;
            faults.push({ file: name, line: 0, rule, message });
        } else if (last !== undefined && text.startsWith(' ')) {
            last.message += ` ${text.trim()}`;
        }
    }
    return faults;
}
