import { matchesGlob } from 'node:path';
import { LONG_DATA_TABLES } from '../exclusions.ts';
import type { Fault } from '../gate.ts';
import { LONGEST_FILE, MEASURED, MEDIAN_TARGET } from './rules.ts';

export interface FileLength {
    file: string;
    lines: number;
}

export function measure(file: string, text: string): FileLength | undefined {
    if (!MEASURED.test(file)) return undefined;
    if (Object.keys(LONG_DATA_TABLES).some((pattern) => matchesGlob(file, pattern))) return undefined;
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return { file, lines };
}

export function checkLength({ file, lines }: FileLength): Fault[] {
    if (lines <= LONGEST_FILE) return [];
    const message = `${lines} lines; a file has at most ${LONGEST_FILE}: split it by role`;
    return [{ file, line: LONGEST_FILE + 1, rule: 'file-too-long', message }];
}

/** One line per area: how many files, their median and their longest. */
export function lengthReport(lengths: readonly FileLength[]): string[] {
    const areas = Map.groupBy(lengths, ({ file }) => areaOf(file));
    return [...areas].map(([area, members]) => {
        const sorted = members.toSorted((a, b) => a.lines - b.lines);
        const median = sorted[Math.floor(sorted.length / 2)]?.lines ?? 0;
        const longest = sorted.at(-1);
        const over = median > MEDIAN_TARGET ? ` (target ${MEDIAN_TARGET})` : '';
        return `${area}: ${members.length} files, median ${median} lines${over}, longest ${longest?.lines} (${longest?.file})`;
    });
}

function areaOf(file: string): string {
    const [first = '', second = '', third = ''] = file.split('/');
    if (first === 'packages') return `packages/${second} ${third === 'test' ? 'tests' : 'source'}`;
    if (first === 'force-app') return `force-app/${second}`;
    return first === 'scripts' || first === 'bench' ? first : 'root';
}
