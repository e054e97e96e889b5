import type { MethodCandidate } from '../bind/members.ts';
import type { MethodSymbol, TypeSymbol } from '../bind/symbols.ts';
import { visibleName } from '../bind/type-resolver.ts';
import type { ApexType } from '../bind/types.ts';

/** Types of namespace System that the platform's sentences name without it: those of the language, and two classes. */
const BARE = new Set(
    (
        'blob boolean date datetime decimal double exception id integer list long map object set sobject string time ' +
        'database system'
    )
        .split(' ')
        .map((name) => `system.${name}`),
);

/** A type as the platform's compiler prints it: `List<System.HttpRequest>`, `Database.SaveResult`, `Outer.Inner`. */
export function typeName(type: ApexType): string {
    switch (type.kind) {
        case 'class': {
            const name = symbolName(type.symbol);
            return type.arguments.length === 0 ? name : `${name}<${type.arguments.map(typeName).join(',')}>`;
        }
        case 'record':
            return type.info === null ? 'SObject' : type.info.name;
        case 'variable':
            return type.name;
        case 'error':
            return '?';
        case 'null':
            return 'NULL';
        case 'void':
            return 'void';
    }
}

export function symbolName(symbol: TypeSymbol): string {
    const isQualified = symbol.origin === 'platform' && symbol.namespace === 'System' && !BARE.has(symbol.key);
    return isQualified ? `System.${symbol.displayName}` : visibleName(symbol);
}

/** `(Integer, List<String>)` */
export function parameterList(types: readonly ApexType[]): string {
    return `(${types.map(typeName).join(', ')})`;
}

/** `void Outer.Inner.run(Integer)`; a constructor's name is `<init>`. */
export function methodSignature(method: MethodSymbol, owner: ApexType | null = null): string {
    const ownerName = owner === null ? symbolName(method.owner) : typeName(owner);
    const name = method.name === 'new' ? '<init>' : method.name;
    return `${typeName(method.returnType)} ${ownerName}.${name}${parameterList(method.parameterTypes)}`;
}

/** As `methodSignature`, with the type arguments of the receiver filled in. */
export function candidateSignature({ method, parameterTypes, returnType }: MethodCandidate): string {
    return methodSignature({ ...method, parameterTypes, returnType });
}
