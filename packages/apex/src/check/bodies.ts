import type { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from '../bind/symbols.ts';
import { type ApexType, displayType, voidType } from '../bind/types.ts';
import type { Universe } from '../bind/universe.ts';
import type { AnonymousUnit, Block, ConstructorDeclaration, Parameter, TriggerUnit } from '../syntax/ast.ts';
import { constructorsOf } from './creation.ts';
import { BodyContext } from './context.ts';
import { checkAssignable } from './expressions.ts';
import { neverCompletes } from './flow.ts';
import { checkStatements } from './statements.ts';

/** Checks every body of a type: methods, constructors, accessors, initialisers; inner types included. */
export function checkTypeBodies(symbol: TypeSymbol, universe: Universe, diagnostics: DiagnosticsCollector): void {
    const make = (isStatic: boolean, returnType: ApexType, initializes: boolean): BodyContext =>
        new BodyContext({
            universe,
            diagnostics,
            file: symbol.file,
            enclosing: symbol,
            isStatic,
            returnType,
            initializes,
            trigger: null,
        });
    for (const overloads of symbol.methods.values()) {
        for (const method of overloads) checkMethodBody(method, make(method.static, method.returnType, false));
    }
    for (const constructor of symbol.constructors) {
        const context = make(false, voidType, true);
        checkMethodBody(constructor, context);
        checkImplicitSuper(symbol, constructor, context);
    }
    for (const field of symbol.fields.values()) checkAccessors(field, make);
    for (const initializer of symbol.initializers) {
        if (initializer.kind === 'InitializerBlock') {
            checkStatements(initializer.body.statements, make(initializer.static, voidType, true));
        } else if (initializer.declarator?.initializer) {
            checkAssignable(
                initializer.declarator.initializer,
                initializer.type,
                make(initializer.static, voidType, true),
            );
        }
    }
    for (const inner of symbol.innerTypes.values()) checkTypeBodies(inner, universe, diagnostics);
}

function checkMethodBody(method: MethodSymbol, context: BodyContext): void {
    const { declaration } = method;
    if (declaration?.body == null) return;
    declareParameters(declaration.parameters, method.parameterTypes, context);
    checkBody(declaration.body, method.returnType, context);
}

function declareParameters(parameters: readonly Parameter[], types: readonly ApexType[], context: BodyContext): void {
    for (const [index, parameter] of parameters.entries()) {
        const type = types[index];
        if (type !== undefined) context.declare(parameter.name.text, type, parameter, { parameter: true });
    }
}

function checkBody(body: Block, returnType: ApexType, context: BodyContext): void {
    checkStatements(body.statements, context);
    if (returnType.kind !== 'void' && !body.statements.some(neverCompletes)) {
        context.error(body, `Missing return statement required return type: ${displayType(returnType)}`);
    }
}

function checkAccessors(
    field: FieldSymbol,
    make: (isStatic: boolean, returnType: ApexType, initializes: boolean) => BodyContext,
): void {
    const { property } = field;
    if (property === null) return;
    if (property.getter?.body) checkBody(property.getter.body, field.type, make(field.static, field.type, false));
    if (property.setter?.body) {
        const context = make(field.static, voidType, false);
        context.declare('value', field.type, property.setter, { parameter: true });
        checkBody(property.setter.body, voidType, context);
    }
}

/** A constructor that calls neither `this` nor `super` calls the superclass's constructor without parameters. */
function checkImplicitSuper(symbol: TypeSymbol, constructor: MethodSymbol, context: BodyContext): void {
    const { superclass } = symbol;
    if (superclass?.kind !== 'class' || superclass.symbol.origin === 'platform') return;
    const declaration = constructor.declaration;
    if (declaration?.kind === 'ConstructorDeclaration' && startsWithConstructorCall(declaration)) return;
    const hasDefault = constructorsOf(superclass, context).some((candidate) => candidate.parameterTypes.length === 0);
    const at = declaration ?? symbol.declaration;
    if (!hasDefault && at !== null)
        context.error(at, `No default constructor available in super type: ${superclass.symbol.displayName}`);
}

export function startsWithConstructorCall(declaration: ConstructorDeclaration): boolean {
    const first = declaration.body.statements[0];
    if (first?.kind !== 'ExpressionStatement' || first.expression.kind !== 'MethodCallExpression') return false;
    const { receiver, name } = first.expression;
    return receiver === null && ['this', 'super'].includes(name.text.toLowerCase());
}

/** The statements of a trigger or of an anonymous block; `host` holds the members declared among them. */
export function checkUnitBody(
    unit: TriggerUnit | AnonymousUnit,
    host: TypeSymbol,
    universe: Universe,
    diagnostics: DiagnosticsCollector,
): void {
    const trigger =
        unit.kind === 'TriggerUnit' ? (universe.schema.sobject(unit.object.text, universe.namespace) ?? null) : null;
    if (unit.kind === 'TriggerUnit' && trigger === null) {
        diagnostics.error(host.file, unit.object, `SObject type does not exist: ${unit.object.text}`);
    }
    const context = new BodyContext({
        universe,
        diagnostics,
        file: host.file,
        enclosing: host,
        isStatic: true,
        returnType: voidType,
        initializes: false,
        trigger,
    });
    checkStatements(unit.statements, context);
    checkTypeBodies(host, universe, diagnostics);
}
