import { findMethods } from '../bind/members.ts';
import type { MethodSymbol, TypeSymbol } from '../bind/symbols.ts';
import { type ApexType, type ClassType, classType, substitute } from '../bind/types.ts';
import { assignment } from '../check/conversions.ts';

export interface Bridge {
    /** The interface's own name for the method. */
    readonly key: string;
    readonly method: MethodSymbol;
}

/**
 * Interface methods whose parameters are type variables are called under the name `compare$object$object`, while a
 * `Comparator<Account>` declares `compare(Account, Account)`. For each such method the class gets a bridge.
 */
export function bridgesOf(symbol: TypeSymbol): Bridge[] {
    const bridges = new Map<string, Bridge>();
    for (const implemented of allInterfaces(symbol)) {
        for (const wanted of [...implemented.symbol.methods.values()].flat()) {
            const parameters = wanted.parameterTypes.map((type) =>
                substitute(type, implemented.symbol.typeParameters, implemented.arguments),
            );
            const method = findImplementation(symbol, wanted.name, parameters);
            if (method !== undefined && method.key !== wanted.key) bridges.set(wanted.key, { key: wanted.key, method });
        }
    }
    return [...bridges.values()];
}

function findImplementation(
    symbol: TypeSymbol,
    name: string,
    parameters: readonly ApexType[],
): MethodSymbol | undefined {
    const candidates = findMethods(classType(symbol), name)
        .map((candidate) => candidate.method)
        .filter(
            (method) =>
                method.owner.origin === 'source' &&
                method.owner.kind === 'class' &&
                method.parameterTypes.length === parameters.length,
        );
    const exact = candidates.find((method) =>
        method.parameterTypes.every((type, index) => type.key === parameters[index]?.key),
    );
    return (
        exact ??
        candidates.find((method) => method.parameterTypes.every((type, index) => related(type, parameters[index])))
    );
}

function related(declared: ApexType, wanted: ApexType | undefined): boolean {
    if (wanted === undefined) return false;
    return assignment(wanted, declared) !== null || assignment(declared, wanted) !== null;
}

/** Every interface of a class, inherited ones included, with type arguments in place. */
export function allInterfaces(symbol: TypeSymbol): ClassType[] {
    const found = new Map<string, ClassType>();
    const visit = (type: ApexType): void => {
        if (type.kind !== 'class') return;
        const { symbol: visited } = type;
        if (visited.kind === 'interface') found.set(type.key, type);
        for (const above of visited.superclass === null
            ? visited.interfaces
            : [visited.superclass, ...visited.interfaces]) {
            visit(substitute(above, visited.typeParameters, type.arguments));
        }
    };
    visit(classType(symbol));
    return [...found.values()];
}
