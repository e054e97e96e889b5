import type { GateReport } from './gate-process.ts';
import type { Finding } from './gate.ts';

const MARK = { passed: '✔', failed: '✖', unavailable: '–' } as const;
const MOST_FINDINGS_SHOWN = 200;

/** Where the last whole run is kept for gates-as-tests.ts, relative to the root. */
export const REPORTS_FILE = '.cache/check/reports.json';

/** Findings first, grouped by gate, then one table: what is wrong is read from the bottom up in a terminal. */
export function renderReports(reports: readonly GateReport[], wallMilliseconds: number): string {
    const lines: string[] = [];
    for (const { gate, findings } of reports) {
        if (findings.length === 0) continue;
        lines.push('', `${gate}: ${countOf(findings)}`);
        lines.push(...findings.slice(0, MOST_FINDINGS_SHOWN).map((finding) => `  ${renderFinding(finding)}`));
        if (findings.length > MOST_FINDINGS_SHOWN)
            lines.push(`  ... and ${findings.length - MOST_FINDINGS_SHOWN} more`);
    }
    lines.push('');
    const width = Math.max(...reports.map(({ gate }) => gate.length));
    for (const report of reports) {
        const seconds = `${(report.milliseconds / 1000).toFixed(1)} s`.padStart(7);
        const what = report.status === 'failed' ? countOf(report.findings) : report.examined;
        lines.push(`${MARK[report.status]} ${report.gate.padEnd(width)} ${seconds}  ${what}`);
        lines.push(...report.notes.map((note) => `${' '.repeat(width + 12)}${note}`));
    }
    lines.push(`gates: ${(wallMilliseconds / 1000).toFixed(1)} s`);
    return lines.join('\n');
}

function countOf(findings: readonly Finding[]): string {
    return `${findings.length} ${findings.length === 1 ? 'fault' : 'faults'}`;
}

export function renderFinding({ file, line, rule, message }: Finding): string {
    const place = line > 0 ? `${file}:${line}` : file;
    return `${place} [${rule}] ${message}`;
}

/** A gate whose tool is missing is a hole in the proof: it may be skipped on a contributor's machine, never in CI. */
export function isFailure(report: GateReport, isCi: boolean): boolean {
    return report.status === 'failed' || (report.status === 'unavailable' && isCi);
}

export function isContinuousIntegration(): boolean {
    return process.env['CI'] === 'true';
}
