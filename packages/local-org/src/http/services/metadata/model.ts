import type { ApexTestResult } from '../../../apex-tests/test-result.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { classIdOf } from '../test-runs/test-rows.ts';
import type { ComponentProblem, Deployment } from './deployment.ts';
import type { ZipComponent } from './zip-package.ts';

type Json = Readonly<Record<string, unknown>>;

/** As `checkDeployStatus` answers (Metadata API Developer Guide, "DeployResult"). */
export function deployResult(host: HostedOrg, deployment: Deployment): Json {
    const { id, userId, options, status, startedAt, endedAt, problems, tests, components } = deployment;
    const user = host.org.user(userId);
    const done = endedAt !== null;
    const failures = problems.filter(({ isWarning }) => !isWarning);
    const failedTests = tests.filter(({ outcome }) => outcome === 'Fail');
    const deployed = done && failures.length === 0 ? components.length : 0;
    return {
        id,
        status,
        success: status === 'Succeeded',
        done,
        checkOnly: options.checkOnly,
        ignoreWarnings: false,
        rollbackOnError: options.rollbackOnError,
        createdBy: userId,
        createdByName: `${user.firstName ?? ''} ${user.lastName}`.trim(),
        createdDate: isoTime(startedAt),
        startDate: isoTime(startedAt),
        lastModifiedDate: isoTime(endedAt ?? startedAt),
        ...(endedAt !== null && { completedDate: isoTime(endedAt) }),
        ...(deployment.errorMessage !== null && { errorMessage: deployment.errorMessage }),
        numberComponentErrors: failures.length,
        numberComponentsDeployed: deployed,
        numberComponentsTotal: components.length,
        numberTestErrors: failedTests.length,
        numberTestsCompleted: tests.length - failedTests.length,
        numberTestsTotal: tests.length,
        runTestsEnabled: tests.length > 0,
        details: {
            componentFailures: failures.map((problem) => failureJson(deployment, problem)),
            componentSuccesses: deployed === 0 ? [] : components.map((each) => successJson(host, deployment, each)),
            runTestResult: testsJson(host, tests),
        },
    };
}

function successJson(host: HostedOrg, deployment: Deployment, component: ZipComponent): Json {
    const created = isNew(deployment, component);
    const id = component.type.startsWith('Apex') ? classIdOf(host, component.fullName, '') : '';
    return { ...common(deployment, component), changed: true, created, ...(id !== '' && { id }), success: true };
}

function failureJson(deployment: Deployment, { component, problem, line, column }: ComponentProblem): Json {
    return {
        ...common(deployment, component),
        changed: false,
        created: false,
        success: false,
        ...(line !== null && { lineNumber: line, columnNumber: column }),
        problem,
        problemType: 'Error',
    };
}

function common({ endedAt, startedAt }: Deployment, { type, fullName, fileName }: ZipComponent): Json {
    const createdDate = isoTime(endedAt ?? startedAt);
    return { componentType: type, createdDate, deleted: false, fileName, fullName, warning: false };
}

function isNew({ existing }: Deployment, { type, fullName }: ZipComponent): boolean {
    return !existing.has(`${type}:${fullName}`.toLowerCase());
}

function testsJson(host: HostedOrg, tests: readonly ApexTestResult[]): Json {
    const failures = tests.filter(({ outcome }) => outcome === 'Fail');
    const method = (test: ApexTestResult): Json => ({
        id: classIdOf(host, test.class, ''),
        methodName: test.method,
        name: test.class,
        time: test.durationMs,
    });
    return {
        numFailures: failures.length,
        numTestsRun: tests.length,
        totalTime: tests.reduce((sum, { durationMs }) => sum + durationMs, 0),
        failures: failures.map((test) => ({
            ...method(test),
            message: test.message,
            packageName: test.class,
            stackTrace: test.stack,
            type: 'Class',
        })),
        successes: tests.filter(({ outcome }) => outcome === 'Pass').map(method),
    };
}

export function isoTime(milliseconds: number): string {
    return new Date(milliseconds).toISOString();
}
