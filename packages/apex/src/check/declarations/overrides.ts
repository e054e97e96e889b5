import { objectSymbol } from '../../bind/platform-symbols.ts';
import type { MethodSymbol, TypeSymbol, Visibility } from '../../bind/symbols.ts';
import { superSymbol } from '../../bind/type-resolver.ts';
import { isSameTopLevel } from '../../bind/type-visibility.ts';
import { methodSignature, symbolName, typeName } from '../wording.ts';
import type { DeclarationScope } from './element.ts';

/** A public method may override a global one. */
const OPENNESS: Readonly<Record<Visibility, number>> = { private: 0, protected: 1, public: 2, global: 2 };

/** Whether each method that a class declares may take the place of the inherited one with the same parameters. */
export function checkOverrides(scope: DeclarationScope): void {
    for (const overloads of scope.symbol.methods.values()) {
        for (const method of overloads) checkOverride(method, scope);
    }
}

function checkOverride(method: MethodSymbol, scope: DeclarationScope): void {
    const at = method.declaration?.name;
    if (at === undefined) return;
    const overridden = method.static ? undefined : findOverridden(method);
    const signature = methodSignature(method);
    if (overridden === undefined) {
        if (method.isOverride && !method.static && !isHashCode(method))
            scope.error(at, `@Override specified for non-overriding method: ${signature}`);
        return;
    }
    if (overridden.static) {
        scope.error(at, `Cannot override static method: ${methodSignature(overridden)} with ${signature}`);
    } else if (!overridden.isVirtual && !overridden.isAbstract) {
        scope.error(at, `Non-virtual, non-abstract methods cannot be overridden: ${signature}`);
    } else if (!method.isOverride) {
        scope.error(at, `Method must use the override keyword: ${signature}`);
    } else if (method.returnType.key !== overridden.returnType.key) {
        const types = `${typeName(method.returnType)} vs ${typeName(overridden.returnType)}`;
        scope.error(at, `Method return types clash: ${types} from the type ${symbolName(method.owner)}`);
    } else if (OPENNESS[method.visibility] < OPENNESS[overridden.visibility]) {
        scope.error(at, `Cannot reduce the visibility of method: ${signature}`);
    }
}

/** The platform's compiler takes `hashCode()` with and without `override`, but `equals(Object)` only without. */
function isHashCode(method: MethodSymbol): boolean {
    return method.name.toLowerCase() === 'hashcode' && method.parameterTypes.length === 0;
}

/** The nearest inherited method of the same name and parameters that the class can see. */
export function findOverridden(method: MethodSymbol): MethodSymbol | undefined {
    for (let above = superSymbol(method.owner); above !== null; above = superSymbol(above)) {
        const found = declaredMethod(above, method);
        if (found !== undefined && isInherited(found, method.owner)) return found;
    }
    // equals and hashCode, too, exist on every object, but a class that declares them overrides nothing
    return method.name.toLowerCase() === 'tostring' ? declaredMethod(objectSymbol, method) : undefined;
}

/** The method of `symbol` itself with the name and parameters of `method`. */
export function declaredMethod(symbol: TypeSymbol, method: MethodSymbol): MethodSymbol | undefined {
    return symbol.methods
        .get(method.name.toLowerCase())
        ?.find(
            ({ parameterTypes }) =>
                parameterTypes.length === method.parameterTypes.length &&
                parameterTypes.every((type, index) => type.key === method.parameterTypes[index]?.key),
        );
}

/** A private method is not inherited, except by inner classes of the same top-level class. */
function isInherited(method: MethodSymbol, by: TypeSymbol): boolean {
    return method.visibility !== 'private' || isSameTopLevel(method.owner, by);
}
