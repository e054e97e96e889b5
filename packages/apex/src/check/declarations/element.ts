import type { DiagnosticsCollector } from '../../bind/diagnostics-collector.ts';
import type { TypeSymbol } from '../../bind/symbols.ts';
import type { ApexType } from '../../bind/types.ts';
import type { Universe } from '../../bind/universe.ts';
import type { Annotation, Modifiers, SourceSpan } from '../../syntax/ast.ts';

/** The kinds of things that carry modifiers, as the platform's sentences name them. */
export type ElementKind =
    'classes' | 'interfaces' | 'enums' | 'fields' | 'properties' | 'methods' | 'constructors' | 'locals' | 'parameters';

/** One declaration with modifiers and annotations, as the modifier and annotation rules look at it. */
export interface DeclaredElement {
    readonly kind: ElementKind;
    readonly modifiers: Modifiers;
    readonly at: SourceSpan;
    /** The class that a member is declared in; null for types, locals and parameters. */
    readonly definingType: TypeSymbol | null;
    /** The class around an inner type, or around the class of a member. */
    readonly enclosingType: TypeSymbol | null;
}

/** Where a rule reports. */
export interface Reporter {
    error(at: SourceSpan, message: string): void;
}

/** What every rule of a declaration needs: the type it belongs to, and where to report. */
export class DeclarationScope implements Reporter {
    readonly symbol: TypeSymbol;
    readonly universe: Universe;
    readonly #diagnostics: DiagnosticsCollector;

    constructor(symbol: TypeSymbol, universe: Universe, diagnostics: DiagnosticsCollector) {
        this.symbol = symbol;
        this.universe = universe;
        this.#diagnostics = diagnostics;
    }

    error(at: SourceSpan, message: string): void {
        this.#diagnostics.error(this.symbol.file, at, message);
    }

    unsupported(at: SourceSpan, construct: string): void {
        this.#diagnostics.unsupported(this.symbol.file, at, construct);
    }
}

export function hasKeyword(modifiers: Modifiers, keyword: string): boolean {
    return modifiers.keywords.includes(keyword);
}

/** @param lowerName the annotation's name in lower case */
export function findAnnotation(annotations: readonly Annotation[], lowerName: string): Annotation | undefined {
    return annotations.find(({ name }) => name.toLowerCase() === lowerName);
}

export function isGlobal(modifiers: Modifiers): boolean {
    return hasKeyword(modifiers, 'global') || hasKeyword(modifiers, 'webservice');
}

/** The source types that `type` is made of: itself, or what its collections hold. */
export function* sourceTypesIn(type: ApexType): Generator<TypeSymbol> {
    if (type.kind !== 'class') return;
    if (type.symbol.origin === 'source') yield type.symbol;
    for (const argument of type.arguments) yield* sourceTypesIn(argument);
}
