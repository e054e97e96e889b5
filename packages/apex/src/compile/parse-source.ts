import type { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import { parseApex } from '../syntax/parse.ts';
import { parseApexCached } from '../syntax/tree-cache.ts';
import type { ApexSource } from './compile-project.ts';
import type { ParsedUnit } from './declare-project.ts';

/** @param cacheFolder folder for parsed trees; null parses anew */
export function parseSource(
    { file, text }: ApexSource,
    cacheFolder: string | null,
    diagnostics: DiagnosticsCollector,
): ParsedUnit[] {
    const result = cacheFolder === null ? parseApex(file, text) : parseApexCached(file, text, cacheFolder);
    diagnostics.append(result.diagnostics);
    return result.unit === null ? [] : [{ file, unit: result.unit, host: null }];
}
