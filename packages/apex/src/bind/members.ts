import { objectSymbol } from './platform-symbols.ts';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from './symbols.ts';
import { superSymbol } from './type-resolver.ts';
import { type ApexType, type ClassType, substitute } from './types.ts';

/** A method as seen through a type whose arguments are known: `List<String>.add` takes a String. */
export interface MethodCandidate {
    readonly method: MethodSymbol;
    readonly parameterTypes: readonly ApexType[];
    readonly returnType: ApexType;
}

/** Methods of that name: own, inherited and those of Object; an overriding method hides what it overrides. */
export function findMethods(type: ClassType, name: string): MethodCandidate[] {
    const found = new Map<string, MethodCandidate>();
    collectMethods(type, name.toLowerCase(), found, new Set());
    if (type.symbol.kind !== 'enum' || found.size === 0) {
        for (const method of objectSymbol.methods.get(name.toLowerCase()) ?? []) {
            if (!found.has(method.key)) found.set(method.key, asCandidate(method, [], []));
        }
    }
    return [...found.values()];
}

function collectMethods(type: ApexType, lower: string, found: Map<string, MethodCandidate>, seen: Set<string>): void {
    if (type.kind !== 'class' || seen.has(type.key)) return;
    seen.add(type.key);
    const { symbol } = type;
    for (const method of symbol.methods.get(lower) ?? []) {
        if (!found.has(method.key)) found.set(method.key, asCandidate(method, symbol.typeParameters, type.arguments));
    }
    if (symbol.superclass !== null) {
        collectMethods(substitute(symbol.superclass, symbol.typeParameters, type.arguments), lower, found, seen);
    }
    for (const implemented of symbol.interfaces) {
        collectMethods(substitute(implemented, symbol.typeParameters, type.arguments), lower, found, seen);
    }
}

export function findConstructors(type: ClassType): MethodCandidate[] {
    return type.symbol.constructors.map((method) => asCandidate(method, type.symbol.typeParameters, type.arguments));
}

function asCandidate(method: MethodSymbol, names: readonly string[], values: readonly ApexType[]): MethodCandidate {
    return {
        method,
        parameterTypes: method.parameterTypes.map((parameter) => substitute(parameter, names, values)),
        returnType: substitute(method.returnType, names, values),
    };
}

/** A field or property, own or inherited. */
export function findField(symbol: TypeSymbol, name: string): FieldSymbol | undefined {
    const lower = name.toLowerCase();
    for (let owner: TypeSymbol | null = symbol; owner !== null; owner = superSymbol(owner)) {
        const field = owner.fields.get(lower);
        if (field !== undefined) return field;
    }
    return undefined;
}

/** Whether `symbol` is `ancestor`, extends it, or implements it at any distance. */
export function inherits(symbol: TypeSymbol, ancestor: TypeSymbol): boolean {
    return inheritedAs({ kind: 'class', symbol, arguments: [], key: symbol.key }, ancestor) !== undefined;
}

/** `type` seen as its ancestor `ancestor`, with type arguments: `MyList` as `Iterable<String>`. */
export function inheritedAs(type: ClassType, ancestor: TypeSymbol): ClassType | undefined {
    if (type.symbol === ancestor) return type;
    const { symbol } = type;
    const above = symbol.superclass === null ? symbol.interfaces : [symbol.superclass, ...symbol.interfaces];
    for (const parent of above) {
        const seen = substitute(parent, symbol.typeParameters, type.arguments);
        if (seen.kind !== 'class') continue;
        const found = inheritedAs(seen, ancestor);
        if (found !== undefined) return found;
    }
    return undefined;
}
