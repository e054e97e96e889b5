import { inheritedAs } from '../bind/members.ts';
import { resolveType } from '../bind/type-resolver.ts';
import { type ApexType, errorType } from '../bind/types.ts';
import type { ForEachStatement, ForStatement, Statement } from '../syntax/ast.ts';
import { checkCondition } from './conditionals.ts';
import type { BodyContext } from './context.ts';
import { assignment } from './conversions.ts';
import { checkExpression } from './expressions.ts';
import { answersAnyRows } from './queries.ts';
import { checkLocalVariables, checkNested } from './statements.ts';
import { typeName } from './wording.ts';

export function checkLoopBody(body: Statement | null, context: BodyContext): void {
    if (body === null) return;
    context.loopDepth++;
    checkNested(body, context);
    context.loopDepth--;
}

export function checkFor(statement: ForStatement, context: BodyContext): void {
    context.inScope(() => {
        if (statement.initializer !== null) checkLocalVariables(statement.initializer, context);
        for (const expression of statement.initializerExpressions) checkExpression(expression, context);
        if (statement.condition !== null) checkCondition(statement.condition, context);
        for (const update of statement.updates) checkExpression(update, context);
        checkLoopBody(statement.body, context);
    });
}

/** `for (x : ...)` */
export function checkForEach(statement: ForEachStatement, context: BodyContext): void {
    const variableType = resolveType(statement.type, context);
    const iterable = checkExpression(statement.iterable, context);
    const element = elementOf(iterable, context);
    if (element !== undefined) {
        checkLoopVariable(statement, variableType, element, context);
    } else if (iterable.kind !== 'null') {
        context.error(statement, `Loop must iterate over collection: ${typeName(iterable)}`);
    }
    if (statement.iterable.kind === 'SoqlExpression' && statement.body === null)
        context.error(statement, 'Loop with query must provide a statement');
    context.inScope(() => {
        context.declare(statement.name.text, variableType, statement.name, { fromOutside: true });
        checkLoopBody(statement.body, context);
    });
}

/** The rows of a query may be taken one by one or as lists of up to 200, and be held for any object. */
function checkLoopVariable(
    statement: ForEachStatement,
    variableType: ApexType,
    element: ApexType,
    context: BodyContext,
): void {
    if (assignment(element, variableType) !== null) return;
    const isQuery = statement.iterable.kind === 'SoqlExpression';
    if (element.kind === 'record' && (isQuery || answersAnyRows(statement.iterable))) {
        if (variableType.kind === 'record') return;
        if (isQuery && isRecordList(variableType)) return;
        if (isRecordList(variableType)) {
            context.unsupported(statement, 'a loop over the lists of Database.query');
            return;
        }
    }
    context.error(
        statement,
        isQuery && element.kind === 'record'
            ? `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${typeName(element)}`
            : `Invalid loop variable type expected ${typeName(element)} was ${typeName(variableType)}`,
    );
}

function isRecordList(type: ApexType): boolean {
    return type.kind === 'class' && type.symbol.key === 'system.list' && type.arguments[0]?.kind === 'record';
}

/** What a `for (x : ...)` loop yields; undefined when it cannot run over `type`. */
export function elementOf(type: ApexType, context: BodyContext): ApexType | undefined {
    if (type.kind === 'error') return errorType;
    if (type.kind !== 'class') return undefined;
    if (type.symbol.key === 'system.list' || type.symbol.key === 'system.set') return type.arguments[0];
    const asIterable = inheritedAs(type, context.universe.platformType('System', 'Iterable').symbol);
    if (asIterable !== undefined) return asIterable.arguments[0];
    if (type.symbol.key === 'database.querylocator') return context.universe.parseType('System.SObject');
    return undefined;
}
