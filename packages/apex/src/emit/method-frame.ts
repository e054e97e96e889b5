import type { MethodSymbol, TypeSymbol, Visibility } from '../bind/symbols.ts';
import { superSymbol } from '../bind/type-resolver.ts';
import { bindingOf, constructorOf } from '../check/annotations.ts';
import type { Expression } from '../syntax/ast.ts';
import { forEachChild, type SyntaxNode } from '../syntax/walk.ts';
import { platformName, type UnitEmitter } from './unit-emitter.ts';

/**
 * What the transaction knows of the running code: whether it respects sharing, and where several packages run together its
 * namespace. A method sets both while it runs, as far as it may be called from code for which they are different.
 *
 * A class `with sharing` or `without sharing` sets the flag; other classes leave it as their caller had it, which is what
 * `inherited sharing` and no keyword mean. Methods that reach no data and no code that depends on the flag do without, private ones are
 * called by their own class alone: what is not needed costs nothing.
 */
export function inMethodFrame(
    symbol: TypeSymbol,
    visibility: Visibility,
    body: readonly SyntaxNode[],
    emitter: UnitEmitter,
    emitBody: () => void,
): void {
    const sharing = sharingToSet(symbol, body, emitter);
    const isCrossing = emitter.options.manyNamespaces === true && visibility !== 'private' && body.some(isActive);
    if (sharing === null && !isCrossing) {
        emitBody();
        return;
    }
    const { writer } = emitter;
    const steps = { save: ['const $t = $c.transaction'], set: [''], restore: [''] };
    if (sharing !== null) {
        steps.save.push('$s = $t.sharing');
        steps.set.push(`$t.sharing = ${sharing};`);
        steps.restore.push('$t.sharing = $s;');
    }
    if (isCrossing) {
        steps.save.push('$n = $t.namespace');
        steps.set.push(`$t.namespace = ${JSON.stringify(symbol.namespace)};`);
        steps.restore.push('$t.namespace = $n;');
    }
    writer.line(`${steps.save.join(', ')};${steps.set.join(' ')} try {`);
    emitBody();
    writer.line(`} finally {${steps.restore.join(' ')} }`);
}

/** null: the flag stays as it is. */
function sharingToSet(symbol: TypeSymbol, body: readonly SyntaxNode[], emitter: UnitEmitter): boolean | null {
    const sharing = effectiveSharing(symbol);
    if (sharing === null || sharing === 'inherited') return null;
    return body.some((node) => reachesData(node, emitter)) ? sharing === 'with' : null;
}

/** Whether anything is called, read from the database or written to it. */
function isActive(node: SyntaxNode): boolean {
    if (ACTIVE.has(node.kind)) return true;
    const isAccess = node.kind === 'NameExpression' || node.kind === 'FieldAccessExpression';
    const binding = isAccess ? bindingOf(node) : undefined;
    if (binding?.kind === 'field' && binding.field.computed) return true;
    let active = false;
    forEachChild(node, (child) => {
        active ||= isActive(child);
    });
    return active;
}

const ACTIVE: ReadonlySet<SyntaxNode['kind']> = new Set([
    'DmlStatement',
    'MethodCallExpression',
    'NewObjectExpression',
    'SoqlExpression',
    'SoslExpression',
]);

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
