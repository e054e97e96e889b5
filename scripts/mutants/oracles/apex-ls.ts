import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { findJava } from '../../setup/find-java.mjs';

/** The metadata that Apex refers to. */
const METADATA = ['objects', 'labels', 'customMetadata', 'staticresources', 'flows'];
const CLASS_META =
    '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">' +
    '<apiVersion>65.0</apiVersion><status>Active</status></ApexClass>\n';

interface Report {
    files: { path: string; messages: { category: string; message: string }[] }[];
}

/**
 * Sentences per class of one project, from one run of apex-ls (it ships inside the PMD engine of Code Analyzer). It has the
 * platform's signatures of API version 65.
 *
 * @param classes source by class name; a mutant goes in under a name of its own, next to what it was made of
 */
export function askApexLs(
    classes: ReadonlyMap<string, string>,
    metadataFolder: string | null,
    folder: string,
): ReadonlyMap<string, readonly string[]> {
    const java = findJava();
    if (java === undefined) throw new Error('The mutants need Java 17 or later.');
    layOut(classes, metadataFolder, folder);
    const engine = dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine'));
    const program = ['-cp', join(engine, 'java-lib/*'), 'io.github.apexdevtools.apexls.CheckForIssues'];
    const options = ['--workspace', folder, '--nocache', '--format', 'json'];
    const { stdout } = spawnSync(java, [...program, ...options], { encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 });
    const found = new Map<string, readonly string[]>();
    if (stdout.trim() === '') return found;
    for (const { path, messages } of (JSON.parse(stdout) as Report).files) {
        found.set(
            basename(path, '.cls'),
            messages.map(({ message }) => message),
        );
    }
    return found;
}

function layOut(classes: ReadonlyMap<string, string>, metadataFolder: string | null, folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    const source = join(folder, 'force-app/main/default');
    mkdirSync(join(source, 'classes'), { recursive: true });
    writeFileSync(
        join(folder, 'sfdx-project.json'),
        JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' }),
    );
    for (const [name, text] of classes) {
        writeFileSync(join(source, 'classes', `${name}.cls`), text);
        writeFileSync(join(source, 'classes', `${name}.cls-meta.xml`), CLASS_META);
    }
    if (metadataFolder === null) return;
    for (const kind of METADATA.filter((each) => existsSync(join(metadataFolder, each)))) {
        cpSync(join(metadataFolder, kind), join(source, kind), { recursive: true });
    }
}
