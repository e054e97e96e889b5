import { findMethods, inheritedAs } from '../../bind/members.ts';
import { objectSymbol } from '../../bind/platform-symbols.ts';
import type { MethodSymbol, TypeSymbol } from '../../bind/symbols.ts';
import { superSymbol } from '../../bind/type-resolver.ts';
import { type ApexType, type ClassType, classType, substitute } from '../../bind/types.ts';
import type { SourceSpan } from '../../syntax/ast.ts';
import { assignment } from '../conversions.ts';
import { methodSignature, symbolName } from '../wording.ts';
import type { DeclarationScope } from './element.ts';
import { declaredMethod, findOverridden } from './overrides.ts';

/** Whether a class that can be constructed has all methods that its superclasses and interfaces promise. */
export function checkImplementations(at: SourceSpan, scope: DeclarationScope): void {
    const { symbol } = scope;
    if (symbol.kind !== 'class' || symbol.isAbstract) return;
    checkAbstractMethods(at, scope);
    for (const type of interfacesOf(classType(symbol), new Map())) checkInterface(type, at, scope);
}

function checkAbstractMethods(at: SourceSpan, scope: DeclarationScope): void {
    const { symbol } = scope;
    for (let above = superSymbol(symbol); above !== null; above = superSymbol(above)) {
        for (const overloads of above.methods.values()) {
            for (const method of overloads) {
                if (!method.isAbstract || method.owner.kind !== 'class' || isImplementedBelow(method, symbol)) continue;
                scope.error(
                    at,
                    `Class ${symbolName(symbol)} must implement the abstract method: ${methodSignature(method)}`,
                );
            }
        }
    }
}

/** Also true where a method is there that may not override: then that is what gets reported. */
function isImplementedBelow(method: MethodSymbol, symbol: TypeSymbol): boolean {
    for (let type: TypeSymbol | null = symbol; type !== null && type !== method.owner; type = superSymbol(type)) {
        const found = declaredMethod(type, method);
        if (found !== undefined && !found.isAbstract) return true;
    }
    return false;
}

/** Every interface of a type, with type arguments: its own, those they extend, and those of its superclasses. */
function interfacesOf(type: ClassType, found: Map<string, ClassType>): Iterable<ClassType> {
    const { symbol } = type;
    for (const declared of symbol.interfaces) {
        const seen = substitute(declared, symbol.typeParameters, type.arguments);
        if (seen.kind !== 'class' || seen.symbol.kind !== 'interface' || found.has(seen.key)) continue;
        found.set(seen.key, seen);
        interfacesOf(seen, found);
    }
    if (symbol.superclass?.kind === 'class') interfacesOf(symbol.superclass, found);
    return found.values();
}

function checkInterface(type: ClassType, at: SourceSpan, scope: DeclarationScope): void {
    for (const overloads of type.symbol.methods.values()) {
        const missing = overloads.filter((method) => !isSatisfied(method, type, at, scope));
        // Database.Batchable lists two `start` methods, of which a class has one
        const alternatives = new Set(
            overloads.map(({ parameterTypes }) => parameterTypes.map(({ key }) => key).join()),
        );
        if (missing.length === 0 || (alternatives.size < overloads.length && missing.length < overloads.length))
            continue;
        for (const method of missing.slice(0, alternatives.size)) {
            const signature = methodSignature(withArguments(method, type), type);
            scope.error(at, `Class ${symbolName(scope.symbol)} must implement the method: ${signature}`);
        }
    }
}

function isSatisfied(method: MethodSymbol, type: ClassType, at: SourceSpan, scope: DeclarationScope): boolean {
    const { symbol } = scope;
    const wanted = withArguments(method, type);
    const found = findImplementation(wanted, symbol);
    if (found === undefined) return declaredMethod(objectSymbol, wanted) !== undefined;
    if (found.owner.origin === 'source' && found.visibility !== 'public' && found.visibility !== 'global') {
        scope.error(
            at,
            `${symbolName(symbol)}: Overriding implementations of global or public interface methods must be global or ` +
                `public: ${methodSignature(wanted, type)}`,
        );
    }
    return true;
}

/**
 * A method answers for an interface's when it takes what callers of the interface pass and returns what they expect; it
 * need not have the same types. One that says `override` without overriding anything is no method of the class.
 */
function findImplementation(wanted: MethodSymbol, symbol: TypeSymbol): MethodSymbol | undefined {
    return findMethods(classType(symbol), wanted.name)
        .map(({ method }) => method)
        .find(
            (method) =>
                method.owner.kind === 'class' &&
                method.parameterTypes.length === wanted.parameterTypes.length &&
                method.parameterTypes.every((parameter, index) => accepts(parameter, wanted.parameterTypes[index])) &&
                returns(method.returnType, wanted.returnType) &&
                !(method.isOverride && method.owner.origin === 'source' && findOverridden(method) === undefined),
        );
}

function accepts(parameter: ApexType, argument: ApexType | undefined): boolean {
    return argument !== undefined && assignment(argument, parameter) !== null;
}

function returns(type: ApexType, expected: ApexType): boolean {
    if (type.kind === 'void' || expected.kind === 'void') return type.kind === expected.kind || type.kind === 'error';
    return assignment(type, expected) !== null;
}

function withArguments(method: MethodSymbol, type: ClassType): MethodSymbol {
    const seen = inheritedAs(type, method.owner) ?? type;
    const fill = (each: ApexType): ApexType => substitute(each, seen.symbol.typeParameters, seen.arguments);
    return { ...method, parameterTypes: method.parameterTypes.map(fill), returnType: fill(method.returnType) };
}
