import type { TypeReference } from '../syntax/ast.ts';
import type { DiagnosticsCollector } from './diagnostics-collector.ts';
import type { TypeSymbol } from './symbols.ts';
import { isTypeSymbolVisible } from './type-visibility.ts';
import { type ApexType, classType, errorType } from './types.ts';
import type { Universe } from './universe.ts';

/** Where a type name is read: names of inner types depend on the class around it. */
export interface TypeScope {
    readonly universe: Universe;
    readonly diagnostics: DiagnosticsCollector;
    readonly file: string;
    readonly enclosing: TypeSymbol | null;
}

/** The type that `reference` names; reports `Invalid type: X` and answers the error type where there is none. */
export function resolveType(reference: TypeReference, scope: TypeScope): ApexType {
    let type = lookUp(reference, scope);
    if (type === undefined) {
        scope.diagnostics.error(scope.file, reference, `Invalid type: ${spell(reference)}`);
        return errorType;
    }
    if (type.kind === 'class' && !isTypeSymbolVisible(type.symbol, scope)) {
        scope.diagnostics.error(scope.file, reference, `Type is not visible: ${visibleName(type.symbol)}`);
    }
    for (let depth = 0; depth < reference.arrayDepth; depth++) {
        type = scope.universe.platformType('System', 'List', [type]);
    }
    return type;
}

/** With the namespace where that is not the code's own. */
export function visibleName({ isInstalled, namespace, displayName }: TypeSymbol): string {
    return isInstalled === true ? `${namespace}.${displayName}` : displayName;
}

/** As `resolveType`, for a name that may turn out not to be a type: no report. */
export function findType(reference: TypeReference, scope: TypeScope): ApexType | undefined {
    return lookUp(reference, scope);
}

function lookUp(reference: TypeReference, scope: TypeScope): ApexType | undefined {
    const names = reference.parts.map((part) => part.name.text);
    const found = findNamedType(names, scope);
    if (found === undefined || found.kind !== 'class') return found;
    const written = reference.parts.flatMap((part) => part.arguments);
    const parameters = found.symbol.typeParameters;
    if (written.length === 0) {
        return parameters.length === 0 ? found : openGeneric(found.symbol, scope);
    }
    if (written.length !== parameters.length) return undefined;
    return classType(
        found.symbol,
        written.map((argument) => resolveType(argument, scope)),
    );
}

/** A generic platform type named without arguments counts as one of Object (`Database.Batchable`, `Iterable`). */
function openGeneric(symbol: TypeSymbol, scope: TypeScope): ApexType {
    const object = scope.universe.parseType('Object');
    return classType(
        symbol,
        symbol.typeParameters.map(() => object),
    );
}

/** Resolves a dotted name to a type: inner types first, then the project's, the platform's, the schema's. */
export function findNamedType(names: readonly string[], scope: TypeScope): ApexType | undefined {
    const [first, ...rest] = names;
    if (first === undefined) return undefined;
    const inner = findInnerType(first, scope.enclosing);
    const start = inner === undefined ? scope.universe.topLevelType(first) : classType(inner);
    const nested = start === undefined ? undefined : descend(start, rest, scope.universe);
    if (nested !== undefined) return nested;
    const [second, ...deeper] = rest;
    if (second === undefined) return undefined;
    // an inner type of the platform: `QueueableDuplicateSignature.Builder` under System
    const implied = scope.universe.topLevelType(names.join('.'));
    if (implied !== undefined) return implied;
    const dotted = scope.universe.qualifiedType(first, rest.join('.'));
    if (dotted !== undefined) return dotted;
    const qualified = scope.universe.qualifiedType(first, second);
    return qualified === undefined ? undefined : descend(qualified, deeper, scope.universe);
}

function descend(type: ApexType, names: readonly string[], universe: Universe): ApexType | undefined {
    let current: ApexType | undefined = type;
    for (const name of names) {
        if (current?.kind !== 'class') return undefined;
        const outer: TypeSymbol = current.symbol;
        const inner =
            outer.origin === 'platform'
                ? universe.platformSymbol(outer.namespace, `${outer.name}.${name}`)
                : outer.innerTypes.get(name.toLowerCase());
        current = inner === undefined ? undefined : classType(inner);
    }
    return current;
}

/** An inner type by simple name: of the class itself, of what it extends, then of the class around it. */
export function findInnerType(name: string, enclosing: TypeSymbol | null): TypeSymbol | undefined {
    const lower = name.toLowerCase();
    for (let around: TypeSymbol | null = enclosing; around !== null; around = around.outer) {
        if (around.name.toLowerCase() === lower) return around;
        for (let symbol: TypeSymbol | null = around; symbol !== null; symbol = superSymbol(symbol)) {
            const inner = symbol.innerTypes.get(lower);
            if (inner !== undefined) return inner;
        }
    }
    return undefined;
}

export function superSymbol(symbol: TypeSymbol): TypeSymbol | null {
    return symbol.superclass?.kind === 'class' ? symbol.superclass.symbol : null;
}

export function spell(reference: TypeReference): string {
    const name = reference.parts
        .map((part) => {
            const inner = part.arguments.map(spell).join(',');
            return inner === '' ? part.name.text : `${part.name.text}<${inner}>`;
        })
        .join('.');
    return name + '[]'.repeat(reference.arrayDepth);
}
