import { Script } from 'node:vm';
import type { EmittedUnit } from '../emit/unit.ts';

/**
 * Adds what V8 made of each script, so that loading it again parses nothing. V8 itself refuses a cache of another version
 * or of other flags; it compares no more of the source than its length, so that a cache must stay with its own text.
 */
export function withCodeCaches(units: readonly EmittedUnit[]): EmittedUnit[] {
    return units.map((unit) => ({ ...unit, codeCache: new Script(unit.code).createCachedData() }));
}
