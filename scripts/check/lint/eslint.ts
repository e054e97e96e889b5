import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Fault, GateContext } from '../gate.ts';
import { ImportGraph } from '../import-graph.ts';
import { hashText } from '../result-cache.ts';

const CONFIGURATION = resolve(import.meta.dirname, '../../../eslint.config.js');
const TYPE_AWARE = /\.ts$/;

export async function lintSource({ root, cache }: GateContext, files: readonly string[]): Promise<Fault[]> {
    const graph = new ImportGraph(root);
    const faults: Fault[] = [];
    const waiting = new Map<string, string>();
    for (const file of files) {
        const key = TYPE_AWARE.test(file) ? graph.keyOf(file) : hashText(file, readFileSync(join(root, file), 'utf8'));
        const known = cache.get(key);
        if (known === undefined) waiting.set(file, key);
        else faults.push(...known);
    }
    if (waiting.size === 0) return faults;
    const found = await runEslint(root, [...waiting.keys()]);
    for (const [file, key] of waiting) cache.set(key, found.get(file) ?? []);
    return [...faults, ...[...found.values()].flat()];
}

async function runEslint(root: string, files: readonly string[]): Promise<Map<string, Fault[]>> {
    const { ESLint } = await import('eslint');
    const eslint = new ESLint({
        cwd: root,
        overrideConfigFile: CONFIGURATION,
        errorOnUnmatchedPattern: false,
        warnIgnored: false,
        globInputPaths: false,
    });
    const results = await eslint.lintFiles([...files]);
    return new Map(
        results.map(({ filePath, messages }) => {
            const file = relative(root, filePath).split(sep).join('/');
            const faults = messages.map(({ line, ruleId, message, fatal }) => ({
                file,
                line: line ?? 0,
                rule: ruleId ?? (fatal === true ? 'not-parsed' : 'unused-directive'),
                message: message.split('\n')[0] ?? message,
            }));
            return [file, faults];
        }),
    );
}
