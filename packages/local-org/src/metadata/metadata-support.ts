import { functionNames, UNSUPPORTED_FUNCTIONS } from '../formula/functions/index.ts';
import { READ_TYPES, SKIPPED_TYPES } from './component-types.ts';

/** What of a project's metadata the local org uses, and what it leaves out with which reason. */
export interface MetadataSupport {
    readonly used: readonly string[];
    readonly leftOut: readonly { readonly type: string; readonly reason: string }[];
    readonly formulaFunctions: readonly string[];
    readonly refusedFormulaFunctions: readonly string[];
}

export function metadataSupport(): MetadataSupport {
    const byType = new Map(Object.values(SKIPPED_TYPES));
    return {
        used: [...new Set(Object.values(READ_TYPES))].sort(),
        leftOut: [...byType].map(([type, reason]) => ({ type, reason })).sort((a, b) => (a.type < b.type ? -1 : 1)),
        formulaFunctions: functionNames(),
        refusedFormulaFunctions: [...UNSUPPORTED_FUNCTIONS].sort(),
    };
}
