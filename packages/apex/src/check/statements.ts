import { inheritedAs } from '../bind/members.ts';
import { resolveType } from '../bind/type-resolver.ts';
import { type ApexType, recordType } from '../bind/types.ts';
import type {
    Block,
    DmlStatement,
    LocalVariableStatement,
    RunAsStatement,
    Statement,
    TryStatement,
} from '../syntax/ast.ts';
import { setTarget } from './annotations.ts';
import { checkCondition } from './conditionals.ts';
import type { BodyContext } from './context.ts';
import { assignment } from './conversions.ts';
import { checkAssignable, checkExpression } from './expressions.ts';
import { checkAnnotationProperties } from './declarations/annotation-properties.ts';
import type { DeclaredElement } from './declarations/element.ts';
import { checkModifiers } from './declarations/modifiers.ts';
import { firstUnreachable } from './flow.ts';
import { checkFor, checkForEach, checkLoopBody } from './loops.ts';
import { checkSwitch } from './switches.ts';
import { typeName } from './wording.ts';

export function checkStatements(statements: readonly Statement[], context: BodyContext): void {
    const unreachable = firstUnreachable(statements);
    for (const statement of statements) {
        if (statement === unreachable) context.error(statement, 'Unreachable statement');
        checkStatement(statement, context);
    }
}

export function checkBlock(block: Block, context: BodyContext): void {
    context.inScope(() => checkStatements(block.statements, context));
}

export function checkStatement(statement: Statement, context: BodyContext): void {
    switch (statement.kind) {
        case 'Block':
            return checkBlock(statement, context);
        case 'LocalVariableStatement':
            return checkLocalVariables(statement, context);
        case 'ExpressionStatement':
            if (
                !['AssignmentExpression', 'UpdateExpression', 'MethodCallExpression', 'NewObjectExpression'].includes(
                    statement.expression.kind,
                )
            ) {
                context.error(statement.expression, 'Expression cannot be a statement.');
            }
            checkExpression(statement.expression, context);
            return;
        case 'IfStatement':
            checkCondition(statement.condition, context);
            checkNested(statement.then, context);
            if (statement.else !== null) checkNested(statement.else, context);
            return;
        case 'SwitchStatement':
            return checkSwitch(statement, context);
        case 'ForStatement':
            return checkFor(statement, context);
        case 'ForEachStatement':
            return checkForEach(statement, context);
        case 'WhileStatement':
            checkCondition(statement.condition, context);
            checkLoopBody(statement.body, context);
            return;
        case 'DoWhileStatement':
            checkLoopBody(statement.body, context);
            checkCondition(statement.condition, context);
            return;
        case 'ReturnStatement':
            return checkReturn(statement, context);
        case 'BreakStatement':
            if (context.loopDepth === 0) context.error(statement, 'Break statement must be in loop');
            return;
        case 'ContinueStatement':
            if (context.loopDepth === 0) context.error(statement, 'Continue statement must be in loop');
            return;
        case 'ThrowStatement': {
            const type = checkExpression(statement.expression, context);
            if (type.kind !== 'null' && !isException(type, context))
                context.error(statement, `Throw expression must be of type exception: ${typeName(type)}`);
            return;
        }
        case 'TryStatement':
            return checkTry(statement, context);
        case 'DmlStatement':
            return checkDml(statement, context);
        case 'RunAsStatement':
            return checkRunAs(statement, context);
    }
}

export function checkNested(statement: Statement, context: BodyContext): void {
    context.inScope(() => checkStatement(statement, context));
}

function checkLocalModifiers({ modifiers, ...at }: LocalVariableStatement, context: BodyContext): void {
    const element: DeclaredElement = { kind: 'locals', modifiers, at, definingType: null, enclosingType: null };
    checkModifiers(element, context);
    checkAnnotationProperties(element, context);
}

export function checkLocalVariables(statement: LocalVariableStatement, context: BodyContext): void {
    const type = resolveType(statement.type, context);
    if (type.kind === 'void') context.error(statement, 'Variables cannot be of type void');
    const final = statement.modifiers.keywords.includes('final');
    checkLocalModifiers(statement, context);
    for (const declarator of statement.declarators) {
        if (declarator.initializer !== null) checkAssignable(declarator.initializer, type, context);
        const variable = context.declare(declarator.name.text, type, declarator, { final });
        if (declarator.initializer !== null) variable.assigned.push(declarator.initializer);
    }
}

const NO_VALUE: Readonly<Record<BodyContext['body'], string>> = {
    method: 'Void method must not return a value',
    constructor: 'Constructors must not return a value',
    initializer: 'Void method must not return a value',
    trigger: 'Trigger bodies must not return a value',
};

function checkReturn(statement: Extract<Statement, { kind: 'ReturnStatement' }>, context: BodyContext): void {
    const { returnType } = context;
    if (context.body === 'initializer' && !context.isStatic) {
        context.error(statement, 'Return must be called from a method');
    } else if (statement.expression === null && returnType.kind !== 'void') {
        context.error(statement, `Missing return statement required return type: ${typeName(returnType)}`);
    } else if (statement.expression !== null && returnType.kind === 'void') {
        checkExpression(statement.expression, context);
        context.error(statement, NO_VALUE[context.body]);
    } else if (statement.expression !== null) {
        const sentence = (from: ApexType): string =>
            `Illegal conversion from ${typeName(from)} to ${typeName(returnType)}`;
        checkAssignable(statement.expression, returnType, context, sentence);
    }
}

function checkTry(statement: TryStatement, context: BodyContext): void {
    checkBlock(statement.block, context);
    const caught: ApexType[] = [];
    for (const clause of statement.catches) {
        const type = resolveType(clause.type, context);
        if (caught.some((earlier) => type.kind !== 'error' && assignment(type, earlier) !== null))
            context.error(clause, `Exception type already caught: ${typeName(type)}`);
        caught.push(type);
        if (!isException(type, context))
            context.error(clause, `Catch block variable must be of type exception: ${typeName(type)}`);
        setTarget(clause, type);
        context.inScope(() => {
            context.declare(clause.name.text, type, clause.name, { fromOutside: true });
            checkStatements(clause.body.statements, context);
        });
    }
    if (statement.finally !== null) checkBlock(statement.finally, context);
}

function isException(type: ApexType, context: BodyContext): boolean {
    if (type.kind === 'error') return true;
    return type.kind === 'class' && inheritedAs(type, context.known.exception.symbol) !== undefined;
}

function checkDml(statement: DmlStatement, context: BodyContext): void {
    const target = checkExpression(statement.target, context);
    if (!isRecordOrList(target)) {
        context.error(statement, `DML requires SObject or SObject list type: ${typeName(target)}`);
    }
    if (statement.mergeWith !== null) checkExpression(statement.mergeWith, context);
    if (statement.externalIdField !== null) checkExternalId(statement, target, context);
}

function checkExternalId(statement: DmlStatement, target: ApexType, context: BodyContext): void {
    const record = target.kind === 'class' ? target.arguments[0] : target;
    if (record?.kind !== 'record' || record.info === null) return;
    const name = statement.externalIdField?.split('.').at(-1) ?? '';
    const field = record.info.field(name);
    if (field === undefined) context.error(statement, `Field does not exist: ${name} on ${typeName(record)}`);
    else if (!field.externalId && field.slot !== 0 && !field.nameField) {
        context.error(
            statement,
            `Invalid field for upsert, must be an External Id custom or standard indexed field: ${name} (${typeName(record)})`,
        );
    }
}

function isRecordOrList(type: ApexType): boolean {
    if (type.kind === 'error' || type.kind === 'record') return true;
    return type.kind === 'class' && type.symbol.key === 'system.list' && type.arguments[0]?.kind === 'record';
}

function checkRunAs(statement: RunAsStatement, context: BodyContext): void {
    const [who, ...more] = statement.arguments;
    if (who === undefined || more.length > 0) {
        context.error(statement, 'Method does not exist or incorrect signature: void runAs() from the type System');
    } else {
        const type = checkExpression(who, context);
        const user = context.universe.schema.sobject('User', '');
        const isUser = user !== undefined && assignment(type, recordType(user)) !== null;
        const isVersion = type.key === 'package.version' || type.key === 'system.version';
        if (!isUser && !isVersion && type.kind !== 'error') {
            context.error(
                statement,
                `Method does not exist or incorrect signature: void runAs(${typeName(type)}) from the type System`,
            );
        }
    }
    checkBlock(statement.body, context);
}
