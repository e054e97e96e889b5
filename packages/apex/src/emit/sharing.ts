import type { MethodSymbol, TypeSymbol } from '../bind/symbols.ts';
import { superSymbol } from '../bind/type-resolver.ts';
import { bindingOf, constructorOf } from '../check/annotations.ts';
import type { Expression } from '../syntax/ast.ts';
import { forEachChild, type SyntaxNode } from '../syntax/walk.ts';
import { platformName, type UnitEmitter } from './unit-emitter.ts';

/**
 * Sharing keywords at run time. Whether the running code respects sharing is one flag of the transaction. A method of a class
 * `with sharing` or `without sharing` sets it while it runs; the code of other classes leaves it as its caller had it, which is
 * what `inherited sharing` and no keyword mean. Methods that can reach no data and no code that depends on the flag do
 * without: nothing is paid for them, nor for classes without a keyword.
 */
export function inSharingFrame(
    symbol: TypeSymbol,
    body: readonly SyntaxNode[],
    emitter: UnitEmitter,
    emitBody: () => void,
): void {
    const sharing = effectiveSharing(symbol);
    const isKept = sharing === null || sharing === 'inherited' || !body.some((node) => reachesData(node, emitter));
    if (isKept) {
        emitBody();
        return;
    }
    const { writer } = emitter;
    writer.line(`const $t = $c.transaction, $s = $t.sharing; $t.sharing = ${sharing === 'with'}; try {`);
    emitBody();
    writer.line('} finally { $t.sharing = $s; }');
}

/** Initialisers of static fields, or what runs with every constructor beside its own statements. */
export function initializersOf(symbol: TypeSymbol, isStatic: boolean): SyntaxNode[] {
    return symbol.initializers.flatMap((initializer): SyntaxNode[] => {
        if (initializer.static !== isStatic) return [];
        if (initializer.kind === 'InitializerBlock') return [initializer];
        return initializer.declarator === null ? [] : [initializer.declarator];
    });
}

/** A class without a keyword has that of its superclass; inner classes have nothing of the class around them. */
function effectiveSharing(symbol: TypeSymbol): TypeSymbol['sharing'] {
    for (let type: TypeSymbol | null = symbol; type !== null; type = superSymbol(type)) {
        if (type.sharing !== null) return type.sharing;
    }
    return null;
}

function reachesData(node: SyntaxNode, emitter: UnitEmitter): boolean {
    switch (node.kind) {
        case 'SoqlExpression':
        case 'SoslExpression':
        case 'DmlStatement':
            return true;
        case 'MethodCallExpression':
        case 'NewObjectExpression':
        case 'NameExpression':
        case 'FieldAccessExpression':
            if (dependsOnCaller(node, emitter)) return true;
            break;
        default:
            break;
    }
    let reaches = false;
    forEachChild(node, (child) => {
        reaches ||= reachesData(child, emitter);
    });
    return reaches;
}

/** Whether what an expression calls may read the flag: data functions of the library, and code that does not set it itself. */
function dependsOnCaller(node: Expression, emitter: UnitEmitter): boolean {
    const constructor = constructorOf(node);
    if (constructor !== undefined && isOpen(constructor)) return true;
    const binding = bindingOf(node);
    if (binding?.kind === 'field') return binding.field.computed && isOpen(binding.field);
    if (binding?.kind !== 'method') return false;
    const { method, dispatch } = binding.call;
    switch (dispatch) {
        case 'library': {
            const kind = method.static ? 'statics' : 'methods';
            return emitter.options.library.find(platformName(method.owner), kind, method.signature)?.blocking ?? false;
        }
        case 'interface':
            return true;
        case 'direct':
        case 'super':
        case 'constructor':
            return isOpen(method);
        default:
            return false;
    }
}

/** Code of a class that leaves the flag alone, or that may be another class's, since it can be overridden. */
function isOpen(member: Pick<MethodSymbol, 'owner' | 'isVirtual' | 'isOverride' | 'isAbstract'>): boolean {
    if (member.isVirtual || member.isOverride || member.isAbstract) return true;
    if (member.owner.origin === 'platform') return member.owner.kind !== 'class';
    const sharing = effectiveSharing(member.owner);
    return sharing === null || sharing === 'inherited';
}
