/**
 * Regenerates the platform tables from the jars that ship with Salesforce Code Analyzer: the signatures of the Apex
 * standard library (packages/apex) and the standard objects (packages/local-org). Needs Java 17; `npm run platform-tables`.
 *
 * The tables hold what the jars say and nothing else. What the jars get wrong or do not know is written by hand, beside
 * the loaders: packages/apex/src/platform/corrections and packages/local-org/src/schema/standard-objects/overlay.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { ReflectedType } from './reflected-type.ts';
import { objectTables } from './object-tables.ts';
import { signatureTables } from './signature-tables.ts';
import { writeNames, writeTable } from './table-file.ts';

const root = join(import.meta.dirname, '..', '..');
const APEX_TABLES = join(root, 'packages/apex/src/platform/tables');
const OBJECT_TABLES = join(root, 'packages/local-org/src/schema/standard-objects/tables');

function reflect(): ReflectedType[] {
    const entry = createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine');
    const jars = join(dirname(entry), 'java-lib');
    const files = readdirSync(jars).filter((file) => /^(standard|sobject)-types-.*\.jar$/.test(file));
    if (files.length !== 2)
        throw new Error(`Expected standard-types and sobject-types in ${jars}, found: ${files.join(', ')}`);
    const output = execFileSync(
        'java',
        [join(import.meta.dirname, 'ReflectTypes.java'), ...files.map((file) => join(jars, file))],
        { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
    );
    return output
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as ReflectedType);
}

function emptyFolder(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
}

const types = reflect();
const signatures = signatureTables(types);
const objects = objectTables(types);
if (objects.unresolved.length > 0) {
    throw new Error(`Name the field of these child relationships in child-field.ts: ${objects.unresolved.join(', ')}`);
}

// Nothing is written before everything is known: a failed run leaves the tables as they were.
emptyFolder(APEX_TABLES);
const namespaces: Record<string, string> = {};
for (const [namespace, rows] of [...signatures].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const file = `${namespace.toLowerCase().replaceAll('_', '-')}.json`;
    namespaces[namespace] = file;
    const bytes = writeTable(join(APEX_TABLES, file), rows);
    console.log(`${namespace}: ${Object.keys(rows).length} types, ${bytes} bytes`);
}
writeTable(join(APEX_TABLES, 'namespaces.json'), namespaces);

emptyFolder(OBJECT_TABLES);
for (const [file, rows] of objects.files) {
    const bytes = writeTable(join(OBJECT_TABLES, `${file}.json`), rows);
    console.log(`${file}: ${Object.keys(rows).length} objects, ${bytes} bytes`);
}
writeTable(join(OBJECT_TABLES, 'index.json'), objects.index);
writeNames(join(OBJECT_TABLES, 'names.json'), objects.allNames);
