import type { ApexTestResult } from '../../../apex-tests/test-result.ts';
import type { ZipComponent } from './zip-package.ts';

export type TestLevel = 'NoTestRun' | 'RunSpecifiedTests' | 'RunLocalTests' | 'RunAllTestsInOrg' | 'RunRelevantTests';

export interface DeployOptions {
    readonly checkOnly: boolean;
    readonly rollbackOnError: boolean;
    readonly testLevel: TestLevel;
    readonly runTests: readonly string[];
}

export interface ComponentProblem {
    readonly component: ZipComponent;
    readonly problem: string;
    readonly line: number | null;
    readonly column: number | null;
    readonly isWarning: boolean;
}

/** One deployment, from its start to its end. */
export interface Deployment {
    readonly id: string;
    readonly userId: string;
    readonly options: DeployOptions;
    readonly components: readonly ZipComponent[];
    readonly startedAt: number;
    /** Names that were there before, as `Type:Name` in lower case. */
    existing: ReadonlySet<string>;
    status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed';
    endedAt: number | null;
    problems: readonly ComponentProblem[];
    tests: readonly ApexTestResult[];
    /** What went wrong beside the components; null: nothing. */
    errorMessage: string | null;
}
