import { type ApexType, errorType } from '../bind/types.ts';
import type { BinaryExpression, UnaryExpression, UpdateExpression } from '../syntax/ast.ts';
import { setType } from './annotations.ts';
import { bitwiseSentence, dateArithmetic, reportArithmetic, shiftSentence, widen, widenText } from './arithmetic.ts';
import { checkTarget, noteAssigned } from './assignments.ts';
import { checkEquality, checkOrder } from './comparisons.ts';
import { checkCoalescing } from './conditionals.ts';
import type { BodyContext } from './context.ts';
import { isBoolean, isIntegral, isNumeric, widerNumeric } from './conversions.ts';
import { checkExpression } from './expressions.ts';
import { typeName } from './wording.ts';

export function checkBinary(expression: BinaryExpression, context: BodyContext): ApexType {
    const left = checkExpression(expression.left, context);
    const right = checkExpression(expression.right, context);
    if (left.kind === 'error' || right.kind === 'error') return setType(expression, errorOr(expression, context));
    return setType(expression, binaryType(expression, left, right, context));
}

function errorOr(expression: BinaryExpression, context: BodyContext): ApexType {
    return ['==', '!=', '===', '!==', '<', '<=', '>', '>=', '&&', '||'].includes(expression.operator)
        ? context.known.boolean
        : errorType;
}

function binaryType(expression: BinaryExpression, left: ApexType, right: ApexType, context: BodyContext): ApexType {
    const { operator } = expression;
    switch (operator) {
        case '&&':
        case '||':
            if (isBoolean(left) && isBoolean(right) && [left.kind, right.kind].includes('null'))
                context.error(
                    expression,
                    `Comparison arguments must be compatible types: ${typeName(left)}, ${typeName(right)}`,
                );
            if (!isBoolean(left) || !isBoolean(right))
                context.error(expression, 'Logical operator can only be applied to Boolean');
            return context.known.boolean;
        case '==':
        case '!=':
        case '===':
        case '!==':
            return checkEquality(expression, left, right, context);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return checkOrder(expression, left, right, context);
        case '??':
            return checkCoalescing(expression, left, right, context);
        case '&':
        case '|':
        case '^':
            return checkBitwise(expression, left, right, context);
        case '<<':
        case '>>':
        case '>>>':
            if (!isIntegral(left) || !isIntegral(right)) context.error(expression, shiftSentence(operator));
            return left;
        default:
            return checkArithmetic(expression, left, right, context);
    }
}

/** `+`, `-`, `*`, `/`; the type of the result. Notes the widening of both operands. */
function checkArithmetic(
    expression: BinaryExpression,
    left: ApexType,
    right: ApexType,
    context: BodyContext,
): ApexType {
    const { operator } = expression;
    const { known } = context;
    const isText = operator === '+' && (left.key === known.string.key || right.key === known.string.key);
    if (left.kind === 'void' || right.kind === 'void') {
        context.error(expression, 'Arithmetic expressions are not allowed on void types');
        return isText ? known.string : errorType;
    }
    if (isText) {
        widenText(expression.left, left);
        widenText(expression.right, right);
        return known.string;
    }
    const dateType = dateArithmetic(operator, left, right, context);
    if (dateType !== undefined) return dateType;
    if (!isNumeric(left) || !isNumeric(right)) {
        reportArithmetic(expression, operator, left, right, context);
        return errorType;
    }
    const type = widerNumeric(left, right);
    widen(expression.left, left, type);
    widen(expression.right, right, type);
    return type;
}

function checkBitwise(expression: BinaryExpression, left: ApexType, right: ApexType, context: BodyContext): ApexType {
    if (isBoolean(left) && isBoolean(right)) return context.known.boolean;
    if (!isIntegral(left) || !isIntegral(right)) {
        context.error(expression, bitwiseSentence(expression.operator));
        return left;
    }
    const type = widerNumeric(left, right);
    widen(expression.left, left, type);
    widen(expression.right, right, type);
    return type;
}

export function checkUnary(expression: UnaryExpression, context: BodyContext): ApexType {
    const type = checkExpression(expression.operand, context);
    if (type.kind === 'error') return setType(expression, type);
    switch (expression.operator) {
        case '!':
            if (type !== context.known.boolean)
                context.error(expression, '! operator can only be applied to boolean expressions');
            return setType(expression, context.known.boolean);
        case '~':
            if (!isIntegral(type)) context.error(expression, `Invalid type for bitwise negate: ${typeName(type)}`);
            return setType(expression, type);
        default:
            if (!isNumeric(type)) context.error(expression, 'Unary negation must use a numeric argument');
            return setType(expression, type);
    }
}

export function checkUpdate(expression: UpdateExpression, context: BodyContext): ApexType {
    const type = checkExpression(expression.operand, context);
    if (type.kind !== 'error' && !isNumeric(type)) {
        const change = expression.operator === '++' ? 'increment' : 'decrement';
        const name = expression.prefix ? `prefix ${change}` : 'postfix increment/decrement';
        context.error(expression, `Unary ${name} can only be applied to numeric expressions: ${typeName(type)}`);
    }
    checkTarget(expression.operand, context);
    noteAssigned(expression.operand, expression);
    return setType(expression, type);
}
