// prettier over every kind of file that people write here. For Apex its parser is Salesforce's own, so this is also the syntax gate.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from 'prettier';
import type { Fault, GateContext, GateOutcome } from '../gate.ts';
import { hashText } from '../result-cache.ts';
import { apexSyntaxErrors } from './apex-syntax-errors.ts';
import type { SyntaxFault } from './apex-syntax-errors.ts';
import { firstDifference } from './first-difference.ts';

const FORMATTED = /\.(?:ts|mts|js|mjs|cjs|json|md|yml|yaml|css|html|cls|trigger|apex|xml)$/;
const APEX = /\.(?:cls|trigger|apex)$/;
const BATCH = 8;

export async function format({ root, files, cache }: GateContext): Promise<GateOutcome> {
    const formatted = files.filter((file) => FORMATTED.test(file));
    const faults: Fault[] = [];
    const waiting: { file: string; text: string; key: string }[] = [];
    for (const file of formatted) {
        const text = readFileSync(join(root, file), 'utf8');
        const key = hashText(file, text);
        const known = cache.get(key);
        if (known === undefined) waiting.push({ file, text, key });
        else faults.push(...known);
    }
    // Apex is parsed by a process of its own for each file, so a few at a time use both cores.
    for (let at = 0; at < waiting.length; at += BATCH) {
        const batch = waiting.slice(at, at + BATCH).map(async ({ file, text, key }) => {
            const found = await checkFile(join(root, file), file, text);
            cache.set(key, found);
            faults.push(...found);
        });
        await Promise.all(batch);
    }
    return { faults, examined: `${formatted.length} files` };
}

async function checkFile(path: string, file: string, text: string): Promise<Fault[]> {
    const prettier = await import('prettier');
    const options: Options = { ...(await prettier.resolveConfig(path)), filepath: path };
    try {
        const wanted = await prettier.format(text, options);
        if (wanted === text) return [];
        const line = firstDifference(text, wanted);
        return [
            {
                file,
                line,
                rule: 'not-formatted',
                message: `Not formatted from here on; run: npx prettier --write ${file}`,
            },
        ];
    } catch (error) {
        const found = APEX.test(file) ? apexSyntaxErrors(text, file.endsWith('.apex')) : [];
        const errors = found.length > 0 ? found : [readSyntaxError(error)];
        return errors.map(({ line, message }) => ({ file, line, rule: 'syntax', message }));
    }
}

/** prettier's own parsers state the place as `loc.start`. */
function readSyntaxError(error: unknown): SyntaxFault {
    const message = error instanceof Error ? error.message : String(error);
    const line = (error as { loc?: { start?: { line?: number } } }).loc?.start?.line ?? 0;
    return { line, message: message.split('\n')[0] ?? message };
}
