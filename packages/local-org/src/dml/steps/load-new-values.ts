import type { Waiting } from '@sw-studio/apex/runtime';
import type { SaveChunk } from '../dml-context.ts';
import { loadValues } from '../load-values.ts';

export function* loadNewValues(chunk: SaveChunk): Generator<Waiting, void, void> {
    for (const row of chunk.rows) loadValues(chunk, row);
}
