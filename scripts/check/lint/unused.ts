// knip: files, exports and dependencies that nothing uses. What a package exports through its `exports` map counts as used.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Fault, GateContext } from '../gate.ts';
import { hashFiles, hashText } from '../result-cache.ts';

const RELEVANT = /^(?:(?:packages|scripts|bench)\/.*\.(?:ts|mjs|js|json)|[^/]+\.(?:js|json))$/;
const CONFIGURATION = fileURLToPath(new URL('../../../knip.json', import.meta.url));

/** Kinds of issue, with what is wrong in words. */
const KINDS: Readonly<Record<string, (name: string) => string>> = {
    exports: (name) => `Nothing uses the export ${name}`,
    types: (name) => `Nothing uses the exported type ${name}`,
    duplicates: (name) => `The same value is exported more than once: ${name}`,
    dependencies: (name) => `Nothing uses the dependency ${name}`,
    devDependencies: (name) => `Nothing uses the development dependency ${name}`,
    unlisted: (name) => `${name} is imported but is no dependency of this package`,
};

interface Issue {
    name?: string;
    line?: number;
}
type IssuesOfFile = { file: string } & Record<string, Issue[] | Issue[][]>;

export async function findUnused({ root, files, cache }: GateContext): Promise<Fault[]> {
    const relevant = files.filter((file) => RELEVANT.test(file));
    if (!relevant.includes('package.json')) return [];
    const key = hashText('unused', hashFiles(root, relevant));
    const known = cache.get(key);
    if (known !== undefined) return known;
    const found = readIssues(await runKnip(root));
    cache.set(key, found);
    return found;
}

async function runKnip(root: string): Promise<string> {
    const knip = fileURLToPath(import.meta.resolve('knip')).replace(/dist\/.*$/, 'bin/knip.js');
    const kinds = ['files', ...Object.keys(KINDS)].join(',');
    const options = [
        '--config',
        CONFIGURATION,
        '--include',
        kinds,
        '--reporter',
        'json',
        '--no-progress',
        '--no-config-hints',
    ];
    return new Promise((settle, fail) => {
        const child = spawn(process.execPath, [knip, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
        let stdout = '';
        let stderr = '';
        child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        child.on('error', fail);
        child.on('close', (code) => {
            if (stdout.startsWith('{')) settle(stdout);
            else fail(new Error(`knip ended with code ${code ?? 'none'}: ${stderr || stdout}`));
        });
    });
}

function readIssues(report: string): Fault[] {
    const { files, issues } = JSON.parse(report) as { files: string[]; issues: IssuesOfFile[] };
    const unusedFiles = files.map((file) => ({
        file,
        line: 0,
        rule: 'unused-files',
        message: 'Nothing uses this file',
    }));
    const unusedParts = issues.flatMap((issue) =>
        Object.entries(KINDS).flatMap(([kind, describe]) =>
            ((issue[kind] ?? []) as (Issue | Issue[])[]).map((entry) => {
                const members = Array.isArray(entry) ? entry : [entry];
                const name = members.map((member) => member.name ?? '').join(', ');
                return {
                    file: issue.file,
                    line: members[0]?.line ?? 0,
                    rule: `unused-${kind}`,
                    message: describe(name),
                };
            }),
        ),
    );
    return [...unusedFiles, ...unusedParts];
}
