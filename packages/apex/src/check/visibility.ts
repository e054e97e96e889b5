import { inherits } from '../bind/members.ts';
import { isSameTopLevel, isTypeSymbolVisible } from '../bind/type-visibility.ts';
import type { ApexType } from '../bind/types.ts';
import type { FieldSymbol, MethodSymbol, TypeSymbol, Visibility } from '../bind/symbols.ts';
import type { BodyContext } from './context.ts';

/** Whether code in `context` may use a member; the unit of privacy is the top-level class. */
function isVisible(owner: TypeSymbol, visibility: Visibility, isTestVisible: boolean, context: BodyContext): boolean {
    if (owner.origin === 'platform') return true;
    if (owner.namespace.toLowerCase() !== context.universe.namespace.toLowerCase()) return visibility === 'global';
    if (visibility === 'public' || visibility === 'global') return true;
    if (context.enclosing === null) return false;
    if (isSameTopLevel(owner, context.enclosing)) return true;
    if (isTestVisible && context.isTestCode) return true;
    return visibility === 'protected' && extendsOwner(context.enclosing, owner);
}

function extendsOwner(enclosing: TypeSymbol, owner: TypeSymbol): boolean {
    for (let around: TypeSymbol | null = enclosing; around !== null; around = around.outer) {
        if (inherits(around, owner)) return true;
    }
    return false;
}

export function isReadable(field: FieldSymbol, context: BodyContext): boolean {
    if (!field.readable) return false;
    return isVisible(field.owner, field.getterVisibility, field.isTestVisible, context);
}

export function isWritable(field: FieldSymbol, context: BodyContext): boolean {
    if (!field.writable) return false;
    return isVisible(field.owner, field.setterVisibility, field.isTestVisible, context);
}

export function isCallable(method: MethodSymbol, context: BodyContext): boolean {
    return isVisible(method.owner, method.visibility, method.isTestVisible, context);
}

/** Whether code in `context` may name a type: inner types are private unless they say otherwise. */
export function isTypeVisible(type: ApexType, context: BodyContext): boolean {
    if (type.kind !== 'class') return true;
    return isTypeSymbolVisible(type.symbol, context) && type.arguments.every((each) => isTypeVisible(each, context));
}
