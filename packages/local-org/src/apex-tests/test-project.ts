import { ApexProgram } from '../apex/apex-program.ts';
import { readProject } from '../metadata/read-project.ts';
import { LocalOrg } from '../org.ts';
import { ApexSchema } from '../schema/apex-schema.ts';
import { coverageOf } from './coverage.ts';
import { OrgTestHost } from './org-test-host.ts';
import { runTests } from './run-tests.ts';
import { discoverTests } from './test-discovery.ts';
import type { ApexTestResult, ApexTestRun } from './test-result.ts';

export interface TestProjectOptions {
    /** Of an SFDX project, or of source in it. */
    readonly folder: string;
    /** null: the one in sfdx-project.json; '' for none. */
    readonly namespace: string | null;
    readonly className: string | null;
    readonly methodName: string | null;
    readonly skipErrors: boolean;
    readonly coverage: boolean;
    /** Folder for parsed trees; null parses everything anew. */
    readonly cacheFolder: string | null;
    /** Called after each test. */
    onResult?(result: ApexTestResult): void;
}

/**
 * Deploys a project into a fresh org in memory and runs its Apex tests.
 *
 * @throws MetadataError for metadata that cannot be read
 */
export function testProject(options: TestProjectOptions): ApexTestRun {
    const start = performance.now();
    const source = readProject(options.folder, options.namespace === null ? {} : { namespace: options.namespace });
    const org = LocalOrg.create([source], { namespace: source.namespace });
    const program = new ApexProgram(source, org.schema, new ApexSchema(org.schema, org.options.language), {
        cacheFolder: options.cacheFolder,
        skipErrors: options.skipErrors,
        coverage: options.coverage,
        generators: false,
    });
    const selection = { className: options.className, methodName: options.methodName };
    const tests: ApexTestResult[] = [];
    for (const result of runTests(discoverTests(program.registry, selection), new OrgTestHost(org, program))) {
        tests.push(result);
        options.onResult?.(result);
    }
    return {
        passed: tests.filter(({ outcome }) => outcome === 'Pass').length,
        failed: tests.filter(({ outcome }) => outcome === 'Fail').length,
        compileErrors: program.errors.map(({ file, line, column, message, category }) => ({
            file,
            line,
            column,
            message,
            category,
        })),
        durationMs: Math.round(performance.now() - start),
        tests,
        ...(options.coverage && { coverage: coverageOf(program) }),
    };
}
