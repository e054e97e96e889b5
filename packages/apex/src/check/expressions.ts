import { resolveType } from '../bind/type-resolver.ts';
import { type ApexType, errorType, nullType } from '../bind/types.ts';
import type { Expression, LiteralExpression, SourceSpan } from '../syntax/ast.ts';
import { bindingOf, setConversion, setTarget, setType } from './annotations.ts';
import { checkMethodCall } from './calls.ts';
import type { BodyContext } from './context.ts';
import { assignment, changesElementRepresentation } from './conversions.ts';
import { checkNewObject } from './creation.ts';
import { checkFieldAccess, checkName } from './names.ts';
import { checkNewCollection } from './new-collections.ts';
import { checkCast, checkInstanceOf } from './type-tests.ts';
import { checkAssignment, checkIndex } from './assignments.ts';
import { checkConditional } from './conditionals.ts';
import { checkBinary, checkUnary, checkUpdate } from './operators.ts';
import { isParentOfType } from './polymorphic-parents.ts';
import { checkSearch, checkQuery, isSingleRecordQuery, singleRecordChoice } from './queries.ts';
import { typeName } from './wording.ts';

/** The type of an expression that must be a value; names of types and namespaces are refused here. */
export function checkExpression(expression: Expression, context: BodyContext): ApexType {
    const type = checkAny(expression, context);
    const binding = bindingOf(expression);
    if (binding?.kind === 'type' || binding?.kind === 'namespace') {
        context.error(expression, `Variable does not exist: ${spellName(expression)}`);
        return setType(expression, errorType);
    }
    return type;
}

/** As `checkExpression`, for what stands before a dot: also a type or a namespace. */
export function checkAny(expression: Expression, context: BodyContext): ApexType {
    switch (expression.kind) {
        case 'LiteralExpression':
            return setType(expression, checkLiteral(expression, context));
        case 'NameExpression':
            return checkName(expression, context);
        case 'FieldAccessExpression':
            return checkFieldAccess(expression, context);
        case 'MethodCallExpression':
            return checkMethodCall(expression, context);
        case 'ThisExpression':
            return checkThis(expression, context);
        case 'SuperExpression':
            context.error(expression, "Unexpected token 'super'.");
            return setType(expression, errorType);
        case 'IndexExpression':
            return checkIndex(expression, context);
        case 'NewObjectExpression':
            return checkNewObject(expression, context);
        case 'NewCollectionExpression':
            return checkNewCollection(expression, context);
        case 'UnaryExpression':
            return checkUnary(expression, context);
        case 'UpdateExpression':
            return checkUpdate(expression, context);
        case 'BinaryExpression':
            return checkBinary(expression, context);
        case 'AssignmentExpression':
            return checkAssignment(expression, context);
        case 'ConditionalExpression':
            return checkConditional(expression, context);
        case 'CastExpression':
            return checkCast(expression, context);
        case 'InstanceOfExpression':
            return checkInstanceOf(expression, context);
        case 'ClassLiteralExpression':
            setTarget(expression, resolveType(expression.type, context));
            return setType(expression, context.known.type);
        case 'SoqlExpression':
            return checkQuery(expression, context);
        case 'SoslExpression':
            return checkSearch(expression, context);
    }
}

/**
 * Checks that the expression's value may be stored as `target` and notes the conversion.
 * `sentence` replaces the platform's usual "Illegal assignment from X to Y".
 */
export function checkAssignable(
    expression: Expression,
    target: ApexType,
    context: BodyContext,
    sentence?: (from: ApexType) => string,
    at: SourceSpan = expression,
): void {
    const from = checkExpression(expression, context);
    convertTo(expression, from, target, context, sentence, at);
}

export function convertTo(
    expression: Expression,
    from: ApexType,
    target: ApexType,
    context: BodyContext,
    sentence?: (from: ApexType) => string,
    at: SourceSpan = expression,
): void {
    if (isSingleRecordQuery(expression, target)) {
        setConversion(expression, 'singleRecord');
        return;
    }
    const queries = singleRecordChoice(expression, target);
    if (queries !== undefined) {
        const [first, second] = queries;
        setConversion(first, expression.kind === 'BinaryExpression' ? 'singleRecordOrNull' : 'singleRecord');
        setConversion(second, 'singleRecord');
        setType(expression, target);
        return;
    }
    if (sentence === undefined && isParentOfType(expression, target)) {
        setTarget(expression, target);
        setConversion(expression, 'parentOfType');
        return;
    }
    const found = assignment(from, target);
    if (found === null) {
        context.error(at, sentence?.(from) ?? `Illegal assignment from ${typeName(from)} to ${typeName(target)}`);
        return;
    }
    if (elementsChange(from, target)) {
        context.unsupported(at, `a ${typeName(from)} used as a ${typeName(target)} without copying it`);
    }
    setConversion(expression, found.conversion);
}

function elementsChange(from: ApexType, target: ApexType): boolean {
    if (from.kind !== 'class' || target.kind !== 'class' || from.arguments.length === 0) return false;
    return from.symbol === target.symbol && changesElementRepresentation(from, target);
}

function checkLiteral(literal: LiteralExpression, context: BodyContext): ApexType {
    const { known } = context;
    switch (literal.literalType) {
        case 'Integer':
            if (BigInt(literal.value as string) > 2147483647n) context.error(literal, 'Illegal integer');
            return known.integer;
        case 'Long':
            if (BigInt(literal.value as string) > 9223372036854775807n) context.error(literal, 'Illegal long');
            return known.long;
        case 'Double':
            return known.double;
        case 'Decimal':
            return known.decimal;
        case 'String':
            return known.string;
        case 'Boolean':
            return known.boolean;
        case 'null':
            return nullType;
    }
}

function checkThis(expression: Expression, context: BodyContext): ApexType {
    if (context.isStatic || context.enclosing === null) {
        context.error(expression, 'This cannot be referenced in a static context');
        return setType(expression, errorType);
    }
    if (context.inConstructorCall)
        context.error(expression, 'Cannot reference instance variables in a constructor invocation: this');
    return setType(expression, context.universe.typeOfSymbol(context.enclosing));
}

export function spellName(expression: Expression): string {
    if (expression.kind === 'NameExpression') return expression.name;
    if (expression.kind === 'FieldAccessExpression') return `${spellName(expression.object)}.${expression.name.text}`;
    return '';
}
