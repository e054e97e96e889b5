import type { TypeSymbol } from './symbols.ts';

/** Where a type is named: the class around it, and the namespace of the code. */
export interface NamingPlace {
    readonly enclosing: TypeSymbol | null;
    readonly universe: { readonly namespace: string };
}

/** Whether code at `place` may name a type. The unit of privacy is the top-level class; tests see `@TestVisible` types. */
export function isTypeSymbolVisible(symbol: TypeSymbol, { enclosing, universe }: NamingPlace): boolean {
    if (symbol.origin === 'platform') return true;
    if (symbol.namespace.toLowerCase() !== universe.namespace.toLowerCase()) return symbol.visibility === 'global';
    if (symbol.outer === null || symbol.visibility !== 'private') return true;
    if (enclosing === null) return false;
    return isSameTopLevel(symbol, enclosing) || (symbol.isTestVisible && enclosing.isTest);
}

/** What is declared in one trigger or anonymous block belongs together as the members of one class do. */
export function isSameTopLevel(one: TypeSymbol, other: TypeSymbol): boolean {
    const [top, otherTop] = [topLevel(one), topLevel(other)];
    return top === otherTop || (top.origin === 'source' && top.file === otherTop.file);
}

function topLevel(symbol: TypeSymbol): TypeSymbol {
    let top = symbol;
    while (top.outer !== null) top = top.outer;
    return top;
}
