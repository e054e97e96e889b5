/**
 * Runs the behaviour corpus in a real org and compares: `npm run confirm -- ORG`, where ORG is an org that `sf` is
 * logged in to. Deploys the cases as unpackaged classes, runs them, prints each test whose outcome is not that of the
 * local org, and removes the classes again. Exit code 1 when anything differs, 2 when the org could not be asked.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testProject } from '@sw-studio/local-org';
import { compareOutcomes, type PlatformTestResult } from './compare-outcomes.ts';
import { writeCorpusProject } from './corpus-project.ts';

const CORPUS = fileURLToPath(new URL('../../packages/apex/test/corpus', import.meta.url));

const [org] = process.argv.slice(2);
if (org === undefined) {
    console.error('Name an org that sf is logged in to: npm run confirm -- ORG');
    process.exit(2);
}
const project = mkdtempSync(join(tmpdir(), 'sw-confirm-'));
try {
    const names = writeCorpusProject(CORPUS, project);
    sf(['project', 'deploy', 'start', '--target-org', org, '--source-dir', 'force-app', '--wait', '60']);
    const platform = runInOrg(org, names);
    sf(['project', 'delete', 'source', '--target-org', org, '--source-dir', 'force-app', '--no-prompt']);
    const local = testProject({
        folder: CORPUS,
        namespace: '',
        className: null,
        methodName: null,
        skipErrors: true,
        coverage: false,
        cacheFolder: null,
    });
    const differences = compareOutcomes(local.tests, platform);
    for (const difference of differences) console.log(difference);
    console.log(`${platform.length} tests in the org, ${differences.length} differ`);
    process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
    console.error(`The org ${org} could not be asked: ${error instanceof Error ? error.message : String(error)}`);
    console.error('Check the login with: sf org display --target-org ORG');
    process.exitCode = 2;
} finally {
    rmSync(project, { recursive: true });
}

function runInOrg(target: string, names: readonly string[]): PlatformTestResult[] {
    const tests = names.flatMap((name) => ['--class-names', name]);
    const answer = JSON.parse(
        sf(
            [
                'apex',
                'run',
                'test',
                '--target-org',
                target,
                ...tests,
                '--wait',
                '60',
                '--result-format',
                'json',
                '--json',
            ],
            true,
        ),
    ) as {
        result: {
            tests: { ApexClass: { Name: string }; MethodName: string; Outcome: string; Message: string | null }[];
        };
    };
    return answer.result.tests.map((each) => ({
        class: each.ApexClass.Name,
        method: each.MethodName,
        outcome: each.Outcome === 'Pass' ? 'Pass' : 'Fail',
        message: each.Message,
    }));
}

/** @param failuresAllowed a test run with failing tests exits with a code of its own and still prints its result */
function sf(parameters: readonly string[], failuresAllowed = false): string {
    try {
        return execFileSync('sf', parameters, { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 28 });
    } catch (error) {
        const { stdout } = error as { stdout?: string };
        if (failuresAllowed && stdout?.trimStart().startsWith('{')) return stdout;
        throw error;
    }
}
