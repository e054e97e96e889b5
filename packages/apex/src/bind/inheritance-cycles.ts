import type { DiagnosticsCollector } from './diagnostics-collector.ts';
import type { TypeSymbol } from './symbols.ts';
import type { ApexType } from './types.ts';

/**
 * Reports types that inherit from themselves and cuts them loose, so that every later walk up a hierarchy ends. Runs
 * when all headers are resolved and before anything asks for an inherited member.
 */
export function breakInheritanceCycles(symbols: Iterable<TypeSymbol>, diagnostics: DiagnosticsCollector): void {
    for (const symbol of symbols) {
        if (inheritsFrom(symbol, symbol, new Set())) {
            const at = symbol.declaration?.name ?? symbol.declaration;
            if (at != null) diagnostics.error(symbol.file, at, `Circular definition: ${symbol.displayName}`);
            symbol.superclass = null;
            symbol.interfaces = [];
        }
        breakInheritanceCycles(symbol.innerTypes.values(), diagnostics);
    }
}

function inheritsFrom(symbol: TypeSymbol, ancestor: TypeSymbol, seen: Set<TypeSymbol>): boolean {
    return parentsOf(symbol).some((type) => {
        if (type.kind !== 'class' || seen.has(type.symbol)) return false;
        seen.add(type.symbol);
        return type.symbol === ancestor || inheritsFrom(type.symbol, ancestor, seen);
    });
}

function parentsOf({ superclass, interfaces }: TypeSymbol): readonly ApexType[] {
    return superclass === null ? interfaces : [superclass, ...interfaces];
}
