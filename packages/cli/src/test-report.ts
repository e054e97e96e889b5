import { coveragePercent, type ApexTestRun } from '@sw-studio/local-org';

/** A test run for people: failures in full, then coverage where asked for, then the counts. */
export function describeTestRun(run: ApexTestRun): string[] {
    const lines: string[] = [];
    for (const { file, line, column, message } of run.compileErrors) lines.push(`${file}:${line}:${column} ${message}`);
    for (const test of run.tests.filter(({ outcome }) => outcome === 'Fail')) {
        lines.push(`FAIL ${test.class}.${test.method}`, `     ${test.message ?? ''}`);
        for (const frame of (test.stack ?? '').split('\n').filter((text) => text !== '')) lines.push(`     ${frame}`);
    }
    for (const each of run.coverage ?? []) {
        const missed = each.uncoveredLines.length === 0 ? '' : `  not covered: ${ranges(each.uncoveredLines)}`;
        lines.push(`${coveragePercent(each).toFixed(0).padStart(4)} %  ${each.name}${missed}`);
    }
    if (run.coverage !== undefined) {
        const total = {
            coveredLines: run.coverage.flatMap((each) => each.coveredLines),
            uncoveredLines: run.coverage.flatMap((each) => each.uncoveredLines),
        };
        lines.push(`${coveragePercent(total).toFixed(0).padStart(4)} %  in total`);
    }
    lines.push(`${run.passed} passed, ${run.failed} failed in ${(run.durationMs / 1000).toFixed(1)} s`);
    return lines;
}

/** `3-5, 9` */
export function ranges(numbers: readonly number[]): string {
    const parts: { from: number; to: number }[] = [];
    for (const number of [...numbers].sort((left, right) => left - right)) {
        const last = parts.at(-1);
        if (last !== undefined && number === last.to + 1) last.to = number;
        else parts.push({ from: number, to: number });
    }
    return parts.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}
