import { XMLBuilder } from 'fast-xml-parser';
import type { ApexTestRun, ClassCoverage } from './test-result.ts';

const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
});

const XML_DECLARATION = { '@version': '1.0', '@encoding': 'UTF-8' };

/** The run as JUnit XML, a test suite per class. */
export function junitReport(run: ApexTestRun): string {
    const names = [...new Set(run.tests.map((test) => test.class))];
    const suites = names.map((name) => {
        const tests = run.tests.filter((test) => test.class === name);
        return {
            '@name': name,
            '@tests': tests.length,
            '@failures': tests.filter(({ outcome }) => outcome === 'Fail').length,
            '@time': seconds(tests.reduce((total, { durationMs }) => total + durationMs, 0)),
            testcase: tests.map((test) => ({
                '@classname': test.class,
                '@name': test.method,
                '@time': seconds(test.durationMs),
                ...(test.outcome === 'Fail' && {
                    failure: { '@message': test.message ?? '', '#text': test.stack ?? '' },
                }),
            })),
        };
    });
    return builder.build({
        '?xml': XML_DECLARATION,
        testsuites: {
            '@tests': run.tests.length,
            '@failures': run.failed,
            '@time': seconds(run.durationMs),
            testsuite: suites,
        },
    });
}

/** Line coverage in Cobertura's format (coverage-04.dtd). */
export function coberturaReport(coverage: readonly ClassCoverage[], source: string): string {
    const classes = coverage.map((each) => ({
        '@name': each.name,
        '@filename': each.file,
        '@line-rate': rate(each),
        '@branch-rate': '0',
        lines: {
            line: [
                ...each.coveredLines.map((number) => ({ number, hits: 1 })),
                ...each.uncoveredLines.map((number) => ({ number, hits: 0 })),
            ]
                .sort((left, right) => left.number - right.number)
                .map(({ number, hits }) => ({ '@number': number, '@hits': hits })),
        },
    }));
    const all = {
        coveredLines: coverage.flatMap((each) => each.coveredLines),
        uncoveredLines: coverage.flatMap((each) => each.uncoveredLines),
    };
    return builder.build({
        '?xml': XML_DECLARATION,
        coverage: {
            '@line-rate': rate(all),
            '@branch-rate': '0',
            '@version': '1',
            '@timestamp': '0',
            sources: { source },
            packages: {
                package: { '@name': 'apex', '@line-rate': rate(all), '@branch-rate': '0', classes: { class: classes } },
            },
        },
    });
}

export function coveragePercent({
    coveredLines,
    uncoveredLines,
}: Pick<ClassCoverage, 'coveredLines' | 'uncoveredLines'>): number {
    const total = coveredLines.length + uncoveredLines.length;
    return total === 0 ? 100 : (100 * coveredLines.length) / total;
}

function rate(lines: Pick<ClassCoverage, 'coveredLines' | 'uncoveredLines'>): string {
    return (coveragePercent(lines) / 100).toFixed(4);
}

function seconds(milliseconds: number): string {
    return (milliseconds / 1000).toFixed(3);
}
