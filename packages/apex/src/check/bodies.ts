import type { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from '../bind/symbols.ts';
import { type ApexType, voidType } from '../bind/types.ts';
import type { Universe } from '../bind/universe.ts';
import type {
    AnonymousUnit,
    Block,
    ConstructorDeclaration,
    InitializerBlock,
    Parameter,
    Statement,
    TriggerUnit,
} from '../syntax/ast.ts';
import { constructorsOf } from './creation.ts';
import { BodyContext, type BodySettings } from './context.ts';
import { checkTriggerHeader } from './declarations/triggers.ts';
import { checkAssignable } from './expressions.ts';
import { neverCompletes } from './flow.ts';
import { checkStatements } from './statements.ts';
import { isCallable } from './visibility.ts';
import { candidateSignature, symbolName, typeName } from './wording.ts';

/** Checks every body of a type: methods, constructors, accessors, initialisers; inner types included. */
export function checkTypeBodies(symbol: TypeSymbol, universe: Universe, diagnostics: DiagnosticsCollector): void {
    const make: MakeContext = (isStatic, returnType, place = {}) =>
        new BodyContext({
            universe,
            diagnostics,
            file: symbol.file,
            enclosing: symbol,
            isStatic,
            returnType,
            trigger: null,
            ...place,
        });
    for (const overloads of symbol.methods.values()) {
        for (const method of overloads) checkMethodBody(method, make(method.static, method.returnType));
    }
    for (const constructor of symbol.constructors) {
        const constructorCall = firstStatement(constructor);
        const context = make(false, voidType, { body: 'constructor', constructorCall });
        checkMethodBody(constructor, context);
        checkImplicitSuper(symbol, constructor, context);
    }
    for (const field of symbol.fields.values()) checkAccessors(field, make);
    for (const initializer of symbol.initializers) checkInitializer(initializer, make);
    for (const inner of symbol.innerTypes.values()) checkTypeBodies(inner, universe, diagnostics);
}

type MakeContext = (
    isStatic: boolean,
    returnType: ApexType,
    place?: Pick<BodySettings, 'body' | 'constructorCall' | 'initializerStart'>,
) => BodyContext;

function checkInitializer(initializer: InitializerBlock | FieldSymbol, make: MakeContext): void {
    const isBlock = initializer.kind === 'InitializerBlock';
    const start = isBlock ? initializer.start : initializer.declarator?.start;
    const context = make(initializer.static, voidType, {
        body: 'initializer',
        ...(start !== undefined && { initializerStart: start }),
    });
    if (isBlock) checkStatements(initializer.body.statements, context);
    else if (initializer.declarator?.initializer)
        checkAssignable(initializer.declarator.initializer, initializer.type, context);
}

function firstStatement({ declaration }: MethodSymbol): Statement | null {
    return declaration?.body?.statements[0] ?? null;
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
        context.error(body, `Missing return statement required return type: ${typeName(returnType)}`);
    }
}

function checkAccessors(field: FieldSymbol, make: MakeContext): void {
    const { property } = field;
    if (property === null) return;
    if (property.getter?.body) checkBody(property.getter.body, field.type, make(field.static, field.type));
    if (property.setter?.body) {
        const context = make(field.static, voidType);
        context.declare('value', field.type, property.setter, { parameter: true });
        checkBody(property.setter.body, voidType, context);
    }
}

/** A constructor that calls neither `this` nor `super` calls the superclass's constructor without parameters. */
function checkImplicitSuper(symbol: TypeSymbol, constructor: MethodSymbol, context: BodyContext): void {
    const { superclass } = symbol;
    if (superclass?.kind !== 'class' || superclass.symbol.origin === 'platform' || superclass.symbol.kind !== 'class')
        return;
    const at = constructor.declaration ?? symbol.declaration;
    if (at === null || isConstructorCall(context.constructorCall)) return;
    const found = constructorsOf(superclass, context).find((candidate) => candidate.parameterTypes.length === 0);
    if (found === undefined) {
        context.error(at, `No default constructor available in super type: ${symbolName(superclass.symbol)}`);
    } else if (!isCallable(found.method, context)) {
        context.error(at, `Method is not visible: ${candidateSignature(found)}`);
    }
}

export function startsWithConstructorCall(declaration: ConstructorDeclaration): boolean {
    return isConstructorCall(declaration.body.statements[0] ?? null);
}

function isConstructorCall(statement: Statement | null): boolean {
    if (statement?.kind !== 'ExpressionStatement' || statement.expression.kind !== 'MethodCallExpression') return false;
    const { receiver, name } = statement.expression;
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
    const context = new BodyContext({
        universe,
        diagnostics,
        file: host.file,
        enclosing: host,
        isStatic: true,
        returnType: voidType,
        trigger,
        body: 'trigger',
    });
    if (unit.kind === 'TriggerUnit') checkTriggerHeader(unit, trigger, context);
    checkStatements(unit.statements, context);
    checkTypeBodies(host, universe, diagnostics);
}
