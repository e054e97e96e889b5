import { ApexProgram } from '../../../apex/apex-program.ts';
import { coverageOf } from '../../../apex-tests/coverage.ts';
import { OrgTestHost } from '../../../apex-tests/org-test-host.ts';
import { runTests } from '../../../apex-tests/run-tests.ts';
import type { TestClass } from '../../../apex-tests/test-discovery.ts';
import type { ApexTestResult, ClassCoverage } from '../../../apex-tests/test-result.ts';
import { ApexSchema } from '../../../schema/apex-schema.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import { selectTests, type TestRequest } from './select-tests.ts';

export interface TestOutcome {
    readonly results: readonly ApexTestResult[];
    /** Empty where none was wanted. */
    readonly coverage: readonly ClassCoverage[];
    readonly milliseconds: number;
}

/**
 * Tests of what is deployed. The program is compiled for each run in the shape that runs through, with counters where
 * coverage is wanted; classes run one after another, and requests get their turn between them.
 */
export class TestRun {
    readonly classes: readonly TestClass[];
    private readonly host: HostedOrg;
    private readonly program: ApexProgram;
    private readonly hasCoverage: boolean;

    constructor(host: HostedOrg, request: TestRequest, nameOf: (classId: string) => string | undefined) {
        const { org, settings, packages } = host;
        this.host = host;
        this.hasCoverage = request.skipCodeCoverage !== true;
        this.program = new ApexProgram(packages, org.schema, new ApexSchema(org.schema, org.options.language), {
            cacheFolder: settings.cacheFolder,
            skipErrors: false,
            coverage: this.hasCoverage,
            generators: false,
        });
        this.classes = selectTests(this.program.registry, request, org.options.namespace, nameOf);
    }

    async run(onClass: (testClass: TestClass, results: readonly ApexTestResult[]) => void): Promise<TestOutcome> {
        const began = performance.now();
        const testHost = new OrgTestHost(this.host.org, this.program);
        const results: ApexTestResult[] = [];
        for (const testClass of this.classes) {
            await new Promise((resolve) => setImmediate(resolve));
            const own = [...runTests([testClass], testHost)];
            results.push(...own);
            onClass(testClass, own);
        }
        const coverage = this.hasCoverage ? coverageOf(this.program) : [];
        return { results, coverage, milliseconds: Math.round(performance.now() - began) };
    }
}
