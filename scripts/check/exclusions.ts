/** The one list of files that no gate looks at, and the one list of files that may be long. */
import { matchesGlob } from 'node:path';

/** Deliberate faults, and inputs whose exact text is what a test is about. */
export const FIXTURES: readonly string[] = ['scripts/check/*/fixtures/**', 'packages/*/test/**/fixtures/**'];

/** Written by a tool that names itself in the file; the tool's own test holds them. */
export const GENERATED: readonly string[] = [
    'package-lock.json',
    'docs/data-model.md',
    'docs/local-org.md',
    'packages/apex/src/platform/tables/**',
    'packages/local-org/src/schema/standard-objects/tables/**',
];

export const EXCLUDED: readonly string[] = [...FIXTURES, ...GENERATED];

/** Pure tables of data: rows, no logic. Every entry says what its rows are. */
export const LONG_DATA_TABLES: Readonly<Record<string, string>> = {};

export function isExcluded(file: string): boolean {
    return EXCLUDED.some((pattern) => matchesGlob(file, pattern));
}
