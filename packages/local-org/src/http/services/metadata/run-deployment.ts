import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ApexProgram } from '../../../apex/apex-program.ts';
import { OrgTestHost } from '../../../apex-tests/org-test-host.ts';
import { runTests } from '../../../apex-tests/run-tests.ts';
import type { ApexTestResult } from '../../../apex-tests/test-result.ts';
import { MetadataError } from '../../../metadata/metadata-error.ts';
import type { MetadataPackage } from '../../../metadata/model.ts';
import { LocalOrg } from '../../../org.ts';
import { ApexSchema } from '../../../schema/apex-schema.ts';
import { DeployedSource } from '../../org/deployed-source.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { selectTests } from '../test-runs/select-tests.ts';
import type { ComponentProblem, Deployment } from './deployment.ts';
import { PROBLEMS } from './errors.ts';
import { pendingScheduleClasses } from './pending-schedules.ts';
import type { ZipComponent, ZipPackage } from './zip-package.ts';

/**
 * Carries out a deployment: the new state of the org is built and compiled beside the old one and its tests run there, so
 * that nothing has changed where anything fails.
 */
export async function runDeployment(host: HostedOrg, deployment: Deployment, zip: ZipPackage): Promise<void> {
    const source = new DeployedSource(host.settings);
    const folder = source.unpack(zip.files, zip.deletions);
    try {
        const problems = refusedParts(host, zip);
        const own = host.packages.at(-1) as MetadataPackage;
        const packages = [...host.packages.slice(0, -1), source.apply(own, folder)];
        deployment.problems = [...problems, ...check(host, deployment, packages)];
        const failed =
            deployment.problems.some(({ isWarning }) => !isWarning) ||
            deployment.tests.some(({ outcome }) => outcome === 'Fail');
        if (!failed && !deployment.options.checkOnly) {
            await host.replace(packages);
            renameSync(folder, join(dirname(folder), basename(folder).slice(1)));
        }
        deployment.status = failed ? 'Failed' : 'Succeeded';
    } catch (error) {
        if (!(error instanceof MetadataError)) throw error;
        deployment.problems = [...deployment.problems, metadataProblem(deployment, error)];
        deployment.status = 'Failed';
    } finally {
        deployment.endedAt = host.clock.now();
        rmSync(folder, { recursive: true, force: true });
    }
}

/** @returns what does not compile; the tests of the deployment have run where everything does */
function check(host: HostedOrg, deployment: Deployment, packages: readonly MetadataPackage[]): ComponentProblem[] {
    const { options } = host.org;
    const org = LocalOrg.create(packages, { ...options, durability: null });
    const program = new ApexProgram(packages, org.schema, new ApexSchema(org.schema, options.language), {
        cacheFolder: host.settings.cacheFolder,
        skipErrors: false,
        coverage: false,
        generators: false,
    });
    if (program.errors.length > 0) {
        return program.errors.map(({ file, line, column, message }) => ({
            component: componentOf(deployment, file),
            problem: message,
            line,
            column,
            isWarning: false,
        }));
    }
    deployment.tests = runSelected(deployment, org, program);
    return [];
}

function runSelected({ options }: Deployment, org: LocalOrg, program: ApexProgram): ApexTestResult[] {
    if (options.testLevel === 'NoTestRun') return [];
    const tests = options.runTests.map((className) => ({ className }));
    const isLocal = options.testLevel === 'RunLocalTests' || options.testLevel === 'RunRelevantTests';
    const testLevel = isLocal
        ? 'RunLocalTests'
        : options.testLevel === 'RunAllTestsInOrg'
          ? options.testLevel
          : 'RunSpecifiedTests';
    const selected = selectTests(program.registry, { tests, testLevel }, org.options.namespace, () => undefined);
    return [...runTests(selected, new OrgTestHost(org, program))];
}

/** Classes whose schedules stand in the way, and deletions that are not carried out. */
function refusedParts(host: HostedOrg, { components, deletions, otherDeletions }: ZipPackage): ComponentProblem[] {
    const pending = pendingScheduleClasses(host.org);
    const touched = [
        ...components.filter(({ type }) => type === 'ApexClass'),
        ...deletions.classes.map((fullName) => ({ type: 'ApexClass', fullName, fileName: 'destructiveChanges.xml' })),
    ];
    const blocked = touched.filter(({ fullName }) => pending.has(fullName.toLowerCase()));
    const problem = (component: ZipComponent, sentence: string): ComponentProblem => ({
        component,
        problem: sentence,
        line: null,
        column: null,
        isWarning: false,
    });
    return [
        ...blocked.map((component) => problem(component, PROBLEMS.jobsPending)),
        ...otherDeletions.map((each) =>
            problem({ ...each, fileName: 'destructiveChanges.xml' }, PROBLEMS.deletesOther(each.type)),
        ),
    ];
}

function metadataProblem(deployment: Deployment, { file, message }: MetadataError): ComponentProblem {
    return { component: componentOf(deployment, file), problem: message, line: null, column: null, isWarning: false };
}

/** The component of a file; code that was there before can stop compiling as well. */
function componentOf({ components }: Deployment, file: string): ZipComponent {
    const known = components.find(({ fileName }) => fileName === file || file.endsWith(`/${fileName}`));
    const name = basename(file);
    const type = name.endsWith('.trigger') ? 'ApexTrigger' : name.endsWith('.cls') ? 'ApexClass' : 'CustomObject';
    return known ?? { type, fullName: name.replace(/\.\w+$/, ''), fileName: file };
}
