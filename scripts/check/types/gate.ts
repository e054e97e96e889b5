// tsc over the TypeScript of the repository and, with checkJs, over the JavaScript of the Lightning web components.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault, GateContext, GateOutcome } from '../gate.ts';

const PROJECTS = [
    { config: 'tsconfig.json', covers: /^(?:packages|scripts|bench)\/.*\.m?ts$/ },
    { config: 'tsconfig.lwc.json', covers: /^force-app\/.*\/lwc\/.*\.js$/ },
];
const DIAGNOSTIC = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/;
const GLOBAL_DIAGNOSTIC = /^error (TS\d+): (.*)$/;

export async function types({ root, files, cache }: GateContext): Promise<GateOutcome> {
    const faults: Fault[] = [];
    let covered = 0;
    for (const { config, covers } of PROJECTS) {
        const count = files.filter((file) => covers.test(file)).length;
        // tsc calls a project without files an error; a package without components is not one.
        if (count === 0 || !existsSync(join(root, config))) continue;
        covered += count;
        const kept =
            cache.folder === undefined
                ? []
                : ['--incremental', '--tsBuildInfoFile', `${cache.folder}/${config}.tsbuildinfo`];
        faults.push(
            ...parseDiagnostics(await runTsc(root, ['-p', config, '--noEmit', '--pretty', 'false', ...kept]), config),
        );
    }
    return { faults, examined: `${covered} files` };
}

function runTsc(root: string, args: readonly string[]): Promise<string> {
    const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
    return new Promise((settle, fail) => {
        const child = spawn(process.execPath, [tsc, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
        let output = '';
        child.stdout.on('data', (chunk) => (output += chunk));
        child.on('error', fail);
        child.on('close', () => settle(output));
    });
}

/** Lines that are indented continue the message before them. */
export function parseDiagnostics(output: string, config: string): Fault[] {
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
            faults.push({ file: config, line: 0, rule, message });
        } else if (last !== undefined && text.startsWith(' ')) {
            last.message += ` ${text.trim()}`;
        }
    }
    return faults;
}
