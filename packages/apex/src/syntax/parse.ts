import type { Diagnostic } from '../diagnostics.ts';
import type { SourceUnit } from './ast.ts';
import type { BuildContext } from './build/context.ts';
import { buildAnonymousUnit, buildClassUnit, buildTriggerUnit } from './build/units.ts';
import type { UnitContext, UnitKind } from './grammar.ts';
import { runGrammar } from './grammar.ts';
import { AnonymousUnitContext, TriggerUnitContext } from '@apexdevtools/apex-parser';

export type { UnitKind } from './grammar.ts';

/** `unit` is null when the source has syntax errors. */
export interface ParseResult {
    unit: SourceUnit | null;
    diagnostics: Diagnostic[];
}

/**
 * Parses one source. What it is, the extension of `file` says (`.trigger`, `.apex` for anonymous Apex, anything else a
 * class) unless `kind` does.
 */
export function parseApex(file: string, source: string, kind: UnitKind = unitKindOf(file)): ParseResult {
    const result = runGrammar(kind, source);
    if (!result.tree) {
        const diagnostics = result.errors.map((error): Diagnostic => ({
            file,
            severity: 'error',
            category: 'syntax',
            ...error,
        }));
        return { unit: null, diagnostics };
    }
    const context: BuildContext = { file, source, tokens: result.tokens, diagnostics: [] };
    const unit = buildUnit(context, result.tree);
    return { unit: context.diagnostics.length === 0 ? unit : null, diagnostics: context.diagnostics };
}

export function unitKindOf(file: string): UnitKind {
    const name = file.toLowerCase();
    if (name.endsWith('.trigger')) return 'trigger';
    return name.endsWith('.apex') ? 'anonymous' : 'class';
}

function buildUnit(context: BuildContext, tree: UnitContext): SourceUnit {
    if (tree instanceof TriggerUnitContext) return buildTriggerUnit(context, tree);
    if (tree instanceof AnonymousUnitContext) return buildAnonymousUnit(context, tree);
    return buildClassUnit(context, tree);
}
