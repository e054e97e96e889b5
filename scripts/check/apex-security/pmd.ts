// PMD, started through the wrapper class that ships inside the PMD engine of Code Analyzer: it takes a rule set file and a list
// of files, and writes what it found as JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../gate.ts';
import { runJava } from '../java.ts';

const RULES = join(import.meta.dirname, 'pmd-rules.xml');

interface PmdReport {
    violations: { rule: string; message: string; codeLocation: { file: string; startLine: number } }[];
    processingErrors: { file: string; message: string }[];
}

/** A file that PMD cannot process is a fault: the gate has not seen it. `folder` is for the files that are passed. */
export async function runPmd(java: string, root: string, files: readonly string[], folder: string): Promise<Fault[]> {
    const engine = dirname(fileURLToPath(import.meta.resolve('@salesforce/code-analyzer-pmd-engine')));
    const input = join(folder, 'pmd-input.json');
    const output = join(folder, 'pmd-output.json');
    const filesToScan = files.map((file) => join(root, file));
    writeFileSync(input, JSON.stringify({ ruleSetInputFile: RULES, runDataPerLanguage: { apex: { filesToScan } } }));
    const program = ['-cp', join(engine, 'java-lib/*'), 'com.salesforce.sfca.pmdwrapper.PmdWrapper'];
    const { code, stdout, stderr } = await runJava(java, [...program, 'run', input, output]);
    if (code !== 0) throw new Error(`PMD ended with code ${code}: ${stderr || stdout}`);
    const { violations, processingErrors } = JSON.parse(readFileSync(output, 'utf8')) as PmdReport;
    const relativeTo = (path: string): string => relative(root, path).split(sep).join('/');
    return [
        ...violations.map(({ rule, message, codeLocation }) => ({
            file: relativeTo(codeLocation.file),
            line: codeLocation.startLine,
            rule,
            message,
        })),
        ...processingErrors.map(({ file, message }) => ({
            file: relativeTo(file),
            line: 0,
            rule: 'not-processed',
            message: message.split('\n')[0] ?? message,
        })),
    ];
}
