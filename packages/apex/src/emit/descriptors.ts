import type { FieldSymbol, MethodSymbol, TypeSymbol, Visibility } from '../bind/symbols.ts';
import { isStored, emittedClassName } from './classes.ts';
import { emittedKey, type UnitEmitter } from './unit-emitter.ts';
import type { Annotation } from '../syntax/ast.ts';

/** What the runtime knows of a type: for casts, JSON, `Type.forName`, test discovery, stubs and frozen job state. */
export function emitDescriptor(symbol: TypeSymbol, emitter: UnitEmitter): void {
    const { writer } = emitter;
    const key = JSON.stringify(symbol.key);
    const isClass = symbol.kind === 'class';
    writer.line(`$.describe(${key}, {`);
    writer.line(
        `kind: '${symbol.kind}', name: ${quote(fullName(symbol))}, namespace: ${quote(symbol.namespace)}, simpleName: ${quote(symbol.name)},`,
    );
    writer.line(
        `outerName: ${quote(symbol.outer?.displayName ?? null)}, visibility: '${classVisibility(symbol.visibility)}', abstract: ${symbol.isAbstract},`,
    );
    writer.line(
        `virtual: ${symbol.isVirtual}, sharing: ${quote(symbol.sharing)}, isTest: ${symbol.isTest}, annotations: ${annotationsOf(symbol.annotations)},`,
    );
    if (symbol.kind === 'enum') writer.line(`constantNames: ${JSON.stringify(constantNames(symbol))},`);
    if (isClass) writer.line(`implementation: ${emittedClassName(symbol)},`);
    const hasDefault =
        isClass &&
        !symbol.isAbstract &&
        symbol.constructors.some((constructor) => constructor.parameterTypes.length === 0);
    writer.line(`hasDefaultConstructor: ${hasDefault || (isClass && !symbol.isAbstract && isPlainException(symbol))},`);
    writer.line('link: () => ({');
    writer.line(`superclass: ${symbol.superclass === null ? 'null' : emitter.typeReference(symbol.superclass)},`);
    writer.line(`interfaces: [${symbol.interfaces.map((type) => emitter.typeReference(type)).join(', ')}],`);
    const fields = isClass ? [...symbol.fields.values()] : [];
    writer.line(`fields: [${fields.map((field) => fieldDescriptor(field, emitter)).join(',\n')}],`);
    const methods = symbol.kind === 'enum' ? [] : [...symbol.methods.values()].flat();
    writer.line(`methods: [${methods.map((method) => methodDescriptor(method, emitter)).join(',\n')}],`);
    writer.line('}) });');
}

/** An exception class without a written constructor inherits the four of Exception. */
function isPlainException(symbol: TypeSymbol): boolean {
    return symbol.superclass !== null && symbol.constructors.every((constructor) => constructor.declaration === null);
}

/** `Outer.Inner`, `ns.Foo`: what the runtime finds the type by. */
export function fullName(symbol: TypeSymbol): string {
    return symbol.namespace === '' ? symbol.displayName : `${symbol.namespace}.${symbol.displayName}`;
}

function constantNames(symbol: TypeSymbol): string[] {
    return symbol.declaration?.kind === 'EnumDeclaration'
        ? symbol.declaration.constants.map((constant) => constant.text)
        : [];
}

function classVisibility(visibility: Visibility): string {
    return visibility === 'protected' ? 'private' : visibility;
}

function fieldDescriptor(field: FieldSymbol, emitter: UnitEmitter): string {
    const stored = isStored(field) && !(field.computed && hasWrittenGetter(field));
    const name = field.name.toLowerCase();
    const get = field.static
        ? `() => ${field.computed ? `${emittedClassName(field.owner)}.get$${name}()` : `${emittedClassName(field.owner)}.$statics().${field.slot}`}`
        : `(object) => ${field.computed && !stored ? `object.get$${name}()` : `object.${field.slot}`}`;
    const canSet = field.writable;
    const set = field.static
        ? `(object, value) => { ${field.computed ? `${emittedClassName(field.owner)}.set$${name}(value)` : `${emittedClassName(field.owner)}.$statics().${field.slot} = value`}; }`
        : `(object, value) => { ${field.computed && !stored ? `object.set$${name}(value)` : `object.${field.slot} = value`}; }`;
    const readable = field.readable ? get : '() => null';
    return `{ name: ${quote(field.name)}, type: ${emitter.typeReference(field.type)}, static: ${field.static}, transient: ${field.transient}, visibility: '${field.visibility}', annotations: ${annotationsOf(field.annotations)}, stored: ${stored}, get: ${readable}${canSet ? `, set: ${set}` : ''} }`;
}

function hasWrittenGetter(field: FieldSymbol): boolean {
    return (field.property?.getter?.body ?? null) !== null;
}

function methodDescriptor(method: MethodSymbol, emitter: UnitEmitter): string {
    const types = method.parameterTypes.map((type) => emitter.typeReference(type)).join(', ');
    const returns = method.returnType.kind === 'void' ? 'null' : emitter.typeReference(method.returnType);
    return `{ name: ${quote(method.name)}, key: ${quote(emittedKey(method))}, static: ${method.static}, visibility: '${method.visibility}', parameterNames: ${JSON.stringify(method.parameterNames)}, parameterTypes: [${types}], returnType: ${returns}, annotations: ${annotationsOf(methodAnnotations(method))} }`;
}

/** The old `testMethod` keyword means `@IsTest`. */
function methodAnnotations(method: MethodSymbol): readonly Annotation[] {
    const isMarked = method.annotations.some((annotation) => annotation.name.toLowerCase() === 'istest');
    if (!method.isTest || isMarked || method.declaration === null) return method.annotations;
    return [...method.annotations, { ...method.declaration, kind: 'Annotation', name: 'IsTest', arguments: [] }];
}

function annotationsOf(annotations: readonly Annotation[]): string {
    const described = annotations.map((annotation) => ({
        name: annotation.name,
        arguments: Object.fromEntries(annotation.arguments.map((argument) => [argument.name, argument.value])),
    }));
    return JSON.stringify(described);
}

function quote(text: string | null): string {
    return JSON.stringify(text);
}
