import { inheritedAs } from '../bind/members.ts';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from '../bind/symbols.ts';
import { classType } from '../bind/types.ts';
import { variableOf } from '../check/annotations.ts';
import { startsWithConstructorCall } from '../check/bodies.ts';
import type { Block } from '../syntax/ast.ts';
import type { SyntaxNode } from '../syntax/walk.ts';
import { bridgesOf } from './bridges.ts';
import { emitDescriptor } from './descriptors.ts';
import { emitExpression } from './expressions.ts';
import { fieldPlace } from './names.ts';
import { initializersOf, inMethodFrame } from './method-frame.ts';
import { emitStatements } from './statements.ts';
import { emittedKey, platformName, type Shape, type UnitEmitter } from './unit-emitter.ts';

const COUNT_STEP = 'if (--$m.left < 0) $.exhausted();';

/** A class of the unit as a JavaScript class, then its descriptor; inner types first, unless they extend it. */
export function emitType(symbol: TypeSymbol, emitter: UnitEmitter): void {
    const inner = [...symbol.innerTypes.values()];
    const extending = inner.filter((each) => extendsWithin(each, symbol));
    for (const each of inOrderOfInheritance(inner.filter((type) => !extending.includes(type)))) emitType(each, emitter);
    if (symbol.kind === 'class') emitClass(symbol, emitter);
    emitDescriptor(symbol, emitter);
    for (const each of inOrderOfInheritance(extending)) emitType(each, emitter);
}

function extendsWithin(symbol: TypeSymbol, ancestor: TypeSymbol): boolean {
    return inheritedAs(classType(symbol), ancestor) !== undefined;
}

function inOrderOfInheritance(types: readonly TypeSymbol[]): TypeSymbol[] {
    const ordered: TypeSymbol[] = [];
    const visit = (type: TypeSymbol): void => {
        if (ordered.includes(type)) return;
        if (type.superclass?.kind === 'class' && types.includes(type.superclass.symbol)) visit(type.superclass.symbol);
        ordered.push(type);
    };
    types.forEach(visit);
    return ordered;
}

export function emittedClassName(symbol: TypeSymbol): string {
    return `C_${symbol.displayName.toLowerCase().replaceAll('.', '_')}`;
}

function emitClass(symbol: TypeSymbol, emitter: UnitEmitter): void {
    const { writer } = emitter;
    const outerType = emitter.type;
    emitter.type = symbol;
    const index = emitter.hoist('i', `$.classIndex(${JSON.stringify(symbol.key)})`);
    writer.line(`class ${emittedClassName(symbol)} extends ${superclassOf(symbol, emitter)} {`);
    emitFieldDefaults(symbol, emitter);
    for (const shape of shapesOf(emitter)) {
        emitter.shape = shape;
        emitStatics(symbol, index, emitter);
        emitInstanceInitializer(symbol, emitter);
        for (const constructor of symbol.constructors) emitConstructor(symbol, constructor, emitter);
        for (const overloads of symbol.methods.values()) {
            for (const method of overloads) emitMethod(symbol, method, emitter);
        }
        for (const field of symbol.fields.values()) if (field.computed) emitAccessors(field, emitter);
        for (const bridge of bridgesOf(symbol)) emitBridge(bridge, emitter);
    }
    emitter.shape = 'plain';
    writer.line('}');
    writer.line(`$.define(${JSON.stringify(symbol.key)}, ${emittedClassName(symbol)});`);
    emitter.type = outerType;
}

function shapesOf(emitter: UnitEmitter): Shape[] {
    return emitter.options.generators ? ['plain', 'generator'] : ['plain'];
}

function superclassOf(symbol: TypeSymbol, emitter: UnitEmitter): string {
    if (symbol.superclass?.kind !== 'class') return '$.ApexObject';
    const above = symbol.superclass.symbol;
    if (above.origin === 'platform') return `$.exceptionClass(${JSON.stringify(platformName(above))})`;
    return above.file === symbol.file
        ? emittedClassName(above)
        : `$.classOf(${JSON.stringify(above.key)})`.replace('$.classOf', emitter.hoist('s', '$.classOf'));
}

/** Every stored field exists from the start, in declaration order: one hidden class per Apex class. */
function emitFieldDefaults(symbol: TypeSymbol, emitter: UnitEmitter): void {
    const defaults = [...symbol.fields.values()]
        .filter((field) => !field.static && isStored(field))
        .map((field) => `this.${field.slot} = null;`);
    emitter.writer.line(`constructor() { super(); ${defaults.join(' ')} }`);
}

export function isStored(field: FieldSymbol): boolean {
    if (!field.computed) return true;
    const { property } = field;
    return property !== null && !field.isAbstract;
}

function suffix(emitter: UnitEmitter): string {
    return emitter.shape === 'generator' ? '$$' : '';
}

function star(emitter: UnitEmitter): string {
    return emitter.shape === 'generator' ? '*' : '';
}

/**
 * Static fields live in the transaction. The frame is registered before the initialisers run, as they may refer to
 * the class in circles; fields that are not yet initialised read as null, as on the platform.
 */
function emitStatics(symbol: TypeSymbol, index: string, emitter: UnitEmitter): void {
    const { writer } = emitter;
    const statics = [...symbol.fields.values()].filter((field) => field.static && isStored(field));
    const ended = suffix(emitter);
    writer.line(
        `static ${star(emitter)}$statics${ended}() { return $c.transaction.statics[${index}] ?? ${emitter.call(`this.$initialize${ended}()`)}; }`,
    );
    writer.inMethod(`Class.${displayName(symbol)}`, '<clinit>', () => {
        writer.line(`static ${star(emitter)}$initialize${ended}() {`);
        emitter.functionBody(() => {
            emitter.isStatic = true;
            writer.line(
                `const $f = $c.transaction.statics[${index}] = { ${statics.map((field) => `${field.slot}: null`).join(', ')} };`,
            );
            inMethodFrame(symbol, 'public', initializersOf(symbol, true), emitter, () =>
                emitStaticInitializers(symbol, emitter),
            );
            writer.line('return $f;');
        });
        writer.line('}');
    });
    emitter.isStatic = false;
}

function emitStaticInitializers(symbol: TypeSymbol, emitter: UnitEmitter): void {
    const { writer } = emitter;
    for (const initializer of symbol.initializers) {
        if (!initializer.static) continue;
        if (initializer.kind === 'InitializerBlock') {
            writer.line('{');
            emitStatements(initializer.body.statements, emitter);
            writer.line('}');
        } else if (initializer.declarator?.initializer) {
            const value = emitExpression(initializer.declarator.initializer, emitter);
            writer.line(`$f.${initializer.slot} = ${value};`, initializer.declarator);
        }
    }
}

/** Whether using the class at all (a static call, `new`) has effects through its static initialisers. */
function hasStaticEffects(symbol: TypeSymbol): boolean {
    return symbol.initializers.some((initializer) => initializer.kind === 'InitializerBlock' && initializer.static);
}

function emitInstanceInitializer(symbol: TypeSymbol, emitter: UnitEmitter): void {
    const { writer } = emitter;
    if (!hasInstanceInitializers(symbol)) return;
    writer.inMethod(`Class.${displayName(symbol)}`, '<init>', () => {
        writer.line(`${star(emitter)}${initializerName(symbol)}${suffix(emitter)}() {`);
        emitter.functionBody(() => {
            for (const initializer of symbol.initializers) {
                if (initializer.kind === 'InitializerBlock') {
                    if (initializer.static) continue;
                    writer.line('{');
                    emitStatements(initializer.body.statements, emitter);
                    writer.line('}');
                } else if (!initializer.static && initializer.declarator?.initializer) {
                    const place = fieldPlace(initializer, 'this', emitter);
                    writer.line(
                        `${place} = ${emitExpression(initializer.declarator.initializer, emitter)};`,
                        initializer.declarator,
                    );
                }
            }
        });
        writer.line('}');
    });
}

function hasInstanceInitializers(symbol: TypeSymbol): boolean {
    return symbol.initializers.some((initializer) => !initializer.static);
}

function initializerName(symbol: TypeSymbol): string {
    return `$init_${symbol.displayName.toLowerCase().replaceAll('.', '_')}`;
}

function emitConstructor(symbol: TypeSymbol, constructor: MethodSymbol, emitter: UnitEmitter): void {
    const { declaration } = constructor;
    const implicitKeys = isExceptionClass(symbol) && declaration === null ? EXCEPTION_CONSTRUCTORS : null;
    if (implicitKeys !== null) {
        for (const key of implicitKeys) emitForwardingConstructor(symbol, key, emitter);
        return;
    }
    const delegates = declaration?.kind === 'ConstructorDeclaration' && startsWithConstructorCall(declaration);
    const statements = declaration?.kind === 'ConstructorDeclaration' ? declaration.body.statements : [];
    const nodes = [...initializersOf(symbol, false), ...statements];
    openMethod(symbol, constructor, '<init>', nodes, emitter, () => {
        const [first, ...rest] = statements;
        if (hasStaticEffects(symbol))
            emitter.writer.line(`${emitter.call(`${emitter.classReference(symbol)}.$statics${suffix(emitter)}()`)};`);
        // fields have their values before the superclass's constructor runs, which may call an overriding method
        if (!(delegates && isThisCall(first)) && hasInstanceInitializers(symbol)) {
            emitter.writer.line(`${emitter.call(`this.${initializerName(symbol)}${suffix(emitter)}()`)};`);
        }
        if (delegates && first !== undefined) emitStatements([first], emitter);
        else if (symbol.superclass !== null) emitter.writer.line(`${emitter.call(superConstructor(symbol, emitter))};`);
        emitter.inConstructor = true;
        emitStatements(delegates ? rest : statements, emitter);
        emitter.inConstructor = false;
        emitter.writer.line('return this;');
    });
}

const EXCEPTION_CONSTRUCTORS = ['new$', 'new$string', 'new$exception', 'new$string$exception'];

/** Exception classes of the runtime have constructors in the plain shape only: they never wait. */
function superConstructor(symbol: TypeSymbol, emitter: UnitEmitter): string {
    const above = symbol.superclass?.kind === 'class' ? symbol.superclass.symbol : null;
    if (above?.origin === 'platform') return emitter.shape === 'generator' ? '$.settled(super.new$())' : 'super.new$()';
    return `super.new$${suffix(emitter)}()`;
}

function emitForwardingConstructor(symbol: TypeSymbol, key: string, emitter: UnitEmitter): void {
    const above = symbol.superclass?.kind === 'class' ? symbol.superclass.symbol : null;
    const ended = suffix(emitter);
    const call =
        above?.origin === 'platform' ? `super.${key}(...values)` : emitter.call(`super.${key}${ended}(...values)`);
    const initialize = hasInstanceInitializers(symbol)
        ? `${emitter.call(`this.${initializerName(symbol)}${ended}()`)}; `
        : '';
    emitter.writer.line(`${star(emitter)}${key}${ended}(...values) { ${call}; ${initialize}return this; }`);
}

function isExceptionClass(symbol: TypeSymbol): boolean {
    for (let above = symbol.superclass; above?.kind === 'class'; above = above.symbol.superclass) {
        if (above.symbol.key === 'system.exception') return true;
    }
    return false;
}

function isThisCall(statement: Block['statements'][number] | undefined): boolean {
    return (
        statement?.kind === 'ExpressionStatement' &&
        statement.expression.kind === 'MethodCallExpression' &&
        statement.expression.name.text.toLowerCase() === 'this'
    );
}

function emitMethod(symbol: TypeSymbol, method: MethodSymbol, emitter: UnitEmitter): void {
    const body = method.declaration?.body;
    if (body == null || method.declaration === null) return;
    openMethod(symbol, method, method.name, body.statements, emitter, () => {
        if (method.static && hasStaticEffects(symbol)) {
            emitter.writer.line(`${emitter.call(`${emitter.classReference(symbol)}.$statics${suffix(emitter)}()`)};`);
        }
        emitStatements(body.statements, emitter);
        if (method.returnType.kind !== 'void') emitter.writer.line('return null;');
    });
}

/** @param nodes what `body` emits: it decides whether the method needs a frame of its own */
function openMethod(
    symbol: TypeSymbol,
    method: MethodSymbol,
    name: string,
    nodes: readonly SyntaxNode[],
    emitter: UnitEmitter,
    body: () => void,
): void {
    const { writer } = emitter;
    const parameters = method.declaration?.parameters ?? [];
    const names = parameters.map((parameter) => variableOf(parameter).emittedName).join(', ');
    writer.inMethod(methodOwner(symbol), name, () => {
        const isStatic = method.static;
        writer.line(`${isStatic ? 'static ' : ''}${star(emitter)}${emitter.key(method)}(${names}) { ${COUNT_STEP}`);
        const outerStatic = emitter.isStatic;
        emitter.isStatic = isStatic;
        emitter.functionBody(() => inMethodFrame(symbol, method.visibility, nodes, emitter, body));
        emitter.isStatic = outerStatic;
        writer.line('}');
    });
}

function emitAccessors(field: FieldSymbol, emitter: UnitEmitter): void {
    const { property, owner } = field;
    if (property === null || field.isAbstract) return;
    const prefix = field.static ? 'static ' : '';
    const name = `${field.name.toLowerCase()}${suffix(emitter)}`;
    const place = fieldPlace(field, 'this', emitter);
    emitter.accessor = field;
    const emitBody = (key: string, parameter: string, body: Block | null | undefined, automatic: string): void => {
        emitter.writer.inMethod(methodOwner(owner), field.name, () => {
            emitter.writer.line(`${prefix}${star(emitter)}${key}(${parameter}) {`);
            emitter.functionBody(() => {
                if (body == null) emitter.writer.line(automatic);
                else {
                    const { statements } = body;
                    inMethodFrame(owner, field.visibility, statements, emitter, () =>
                        emitStatements(statements, emitter),
                    );
                }
            });
            emitter.writer.line('}');
        });
    };
    if (property.getter !== null) emitBody(`get$${name}`, '', property.getter.body, `return ${place};`);
    if (property.setter !== null) emitBody(`set$${name}`, 'v_value', property.setter.body, `${place} = v_value;`);
    emitter.accessor = null;
}

/** The method under the name that an interface with type arguments gives it. */
function emitBridge(bridge: { key: string; method: MethodSymbol }, emitter: UnitEmitter): void {
    const names = bridge.method.parameterTypes.map((_, index) => `a${index}`).join(', ');
    const ended = suffix(emitter);
    emitter.writer.line(
        `${star(emitter)}${bridge.key}${ended}(${names}) { return ${emitter.call(`this.${emittedKey(bridge.method)}${ended}(${names})`)}; }`,
    );
}

/** As stack traces name it: `Class.Outer.Inner`, `Trigger.Name`, `AnonymousBlock`. */
function methodOwner(symbol: TypeSymbol): string {
    return symbol.declaration === null ? symbol.displayName : `Class.${displayName(symbol)}`;
}

function displayName(symbol: TypeSymbol): string {
    return symbol.namespace === '' ? symbol.displayName : `${symbol.namespace}.${symbol.displayName}`;
}
