// apex-ls, a semantic checker with the types of API version 65, as it ships inside the PMD engine of Code Analyzer.
//
// It does not look into SOQL and does not know the rules of annotations; compiling for the local org covers those.
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault, GateContext, GateOutcome } from '../gate.ts';
import { requireJava, runJava } from '../java.ts';
import { hashFiles } from '../result-cache.ts';

const APEX = /\.(?:cls|trigger)$/;
/** What the types of Apex come from. */
const RELEVANT =
    /(?:\.(?:cls|trigger)(?:-meta\.xml)?|\/objects\/.*-meta\.xml|\.labels-meta\.xml|\.flow-meta\.xml|^sfdx-project\.json)$/;
const ISSUES_FOUND = 4;

/** Advice of the checker about what compiles: `of` and `number` are words that Apex reserves and allows as method names. */
const ADVICE = /^'\w+' is currently a legal \w+ name but is a reserved identifier/;

interface Report {
    files: {
        path: string;
        messages: { start: { line: number }; category: string; message: string }[];
    }[];
}

export async function apexTypes({ root, files, cache }: GateContext): Promise<GateOutcome> {
    const apex = files.filter((file) => APEX.test(file) && file.startsWith('force-app/'));
    const examined = `${apex.length} classes and triggers`;
    if (apex.length === 0) return { faults: [], examined };
    const key = hashFiles(
        root,
        files.filter((file) => RELEVANT.test(file)),
    );
    const faults = cache.get(key) ?? (await check(root));
    cache.set(key, faults);
    return { faults, examined };
}

async function check(root: string): Promise<Fault[]> {
    const java = requireJava('apex-types');
    const engine = dirname(fileURLToPath(import.meta.resolve('@salesforce/code-analyzer-pmd-engine')));
    const program = ['-cp', join(engine, 'java-lib/*'), 'io.github.apexdevtools.apexls.CheckForIssues'];
    const options = ['--workspace', root, '--nocache', '--detail', 'warnings', '--format', 'json'];
    const { code, stdout, stderr } = await runJava(java, [...program, ...options]);
    if (code !== 0 && code !== ISSUES_FOUND) throw new Error(`apex-ls ended with code ${code}: ${stderr || stdout}`);
    if (stdout.trim() === '') return [];
    return (JSON.parse(stdout) as Report).files.flatMap(({ path, messages }) =>
        messages
            .filter(({ message }) => !ADVICE.test(message))
            .map(({ start, category, message }) => ({
                file: relative(root, path).split(sep).join('/'),
                line: start.line,
                rule: category.toLowerCase(),
                message,
            })),
    );
}
