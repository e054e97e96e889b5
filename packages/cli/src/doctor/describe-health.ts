import type { HealthCheck, HealthCheckStatus } from '@sw-studio/contract';
import type { Style } from '../output/style.ts';

const SIGNS: Readonly<Record<HealthCheckStatus, string>> = { OK: '✓', WARNING: '!', ERROR: '✗', UNKNOWN: '?' };

/** The checks for people: a sign and the status in words, what was found, what to do. */
export function describeHealth(checks: readonly HealthCheck[], style: Style): string[] {
    const width = Math.max(...checks.map(({ label }) => label.length));
    return checks.flatMap(({ label, status, message, remedy, fix }) => {
        const words = status === 'OK' ? '' : `${status.toLowerCase()}: `;
        const lines = [
            `${paint(status, SIGNS[status], style)} ${label.padEnd(width)}  ${paint(status, words, style)}${message}`,
        ];
        const indent = ' '.repeat(width + 4);
        if (remedy !== undefined) lines.push(`${indent}${remedy}`);
        if (fix !== undefined) lines.push(`${indent}${style.faint(`fixed by --fix (${fix})`)}`);
        return lines;
    });
}

function paint(status: HealthCheckStatus, text: string, style: Style): string {
    switch (status) {
        case 'OK':
            return style.good(text);
        case 'WARNING':
            return style.warning(text);
        case 'ERROR':
            return style.bad(text);
        default:
            return style.faint(text);
    }
}
