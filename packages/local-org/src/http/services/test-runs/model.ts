import type { ApexTestResult, ClassCoverage } from '../../../apex-tests/test-result.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import type { TestOutcome } from './test-run.ts';
import { classIdOf } from './test-rows.ts';

/** As `runTestsSynchronous` answers. */
export function synchronousJson(host: HostedOrg, { results, coverage, milliseconds }: TestOutcome): object {
    const failures = results.filter(({ outcome }) => outcome === 'Fail');
    const passed = results.filter(({ outcome }) => outcome === 'Pass');
    return {
        apexLogId: null,
        codeCoverage: coverage.map((each) => coverageJson(host, each)),
        codeCoverageWarnings: [],
        failures: failures.map((each) => ({
            ...methodJson(host, each),
            message: each.message,
            packageName: each.class,
            stackTrace: each.stack,
            type: 'Class',
        })),
        numFailures: failures.length,
        numTestsRun: results.length,
        successes: passed.map((each) => methodJson(host, each)),
        totalTime: milliseconds,
    };
}

function methodJson(host: HostedOrg, result: ApexTestResult): object {
    const [first = '', second] = result.class.split('.');
    const namespace = second === undefined ? '' : first;
    return {
        id: classIdOf(host, second ?? first, namespace),
        methodName: result.method,
        name: second ?? first,
        namespace: namespace || null,
        seeAllData: false,
        time: Math.round(result.durationMs),
    };
}

function coverageJson(host: HostedOrg, { name, file, coveredLines, uncoveredLines }: ClassCoverage): object {
    return {
        id: classIdOf(host, name, ''),
        name,
        namespace: null,
        type: file.endsWith('.trigger') ? 'Trigger' : 'Class',
        numLocations: coveredLines.length + uncoveredLines.length,
        numLocationsNotCovered: uncoveredLines.length,
        locationsNotCovered: uncoveredLines.map((line) => ({ column: 0, line, numExecutions: 0, time: -1 })),
        dmlInfo: [],
        soqlInfo: [],
        soslInfo: [],
        methodInfo: [],
    };
}
