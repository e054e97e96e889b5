import { type ApexType, errorType } from '../bind/types.ts';
import type { BinaryExpression, ConditionalExpression, Expression } from '../syntax/ast.ts';
import { setConversion, setType } from './annotations.ts';
import { widen } from './arithmetic.ts';
import type { BodyContext } from './context.ts';
import { assignment, isBoolean, isNumeric, widerNumeric } from './conversions.ts';
import { checkExpression } from './expressions.ts';
import { isSingleRecordQuery } from './queries.ts';
import { typeName } from './wording.ts';

/** `a ?? b` */
export function checkCoalescing(
    expression: BinaryExpression,
    left: ApexType,
    right: ApexType,
    context: BodyContext,
): ApexType {
    if (isSingleRecordQuery(expression.left, right)) {
        setConversion(expression.left, 'singleRecordOrNull');
        return right;
    }
    const type = commonType(expression.left, expression.right, left, right);
    if (type !== undefined) return type;
    context.error(expression, `Incompatible types in null coalescing operator: ${typeName(left)}, ${typeName(right)}`);
    return errorType;
}

/** `a ? b : c` */
export function checkConditional(expression: ConditionalExpression, context: BodyContext): ApexType {
    checkCondition(expression.condition, context);
    const left = checkExpression(expression.then, context);
    const right = checkExpression(expression.else, context);
    const type = commonType(expression.then, expression.else, left, right);
    if (type !== undefined) return setType(expression, type);
    context.error(expression, `Incompatible types in ternary operator: ${typeName(right)}, ${typeName(left)}`);
    return setType(expression, errorType);
}

/** The type that both branches have, or that one of them can be brought to. */
function commonType(
    leftExpression: Expression,
    rightExpression: Expression,
    left: ApexType,
    right: ApexType,
): ApexType | undefined {
    if (left.kind === 'error' || right.kind === 'error') return errorType;
    if (left.kind === 'null') return right;
    if (right.kind === 'null') return left;
    if (isSingleRecordQuery(leftExpression, right)) {
        setConversion(leftExpression, 'singleRecord');
        return right;
    }
    if (isSingleRecordQuery(rightExpression, left)) {
        setConversion(rightExpression, 'singleRecord');
        return left;
    }
    const toLeft = assignment(right, left);
    const toRight = assignment(left, right);
    if (isNumeric(left) && isNumeric(right)) {
        const type = widerNumeric(left, right);
        widen(leftExpression, left, type);
        widen(rightExpression, right, type);
        return type;
    }
    if (toLeft !== null) {
        setConversion(rightExpression, toLeft.conversion);
        return left;
    }
    if (toRight !== null) {
        setConversion(leftExpression, toRight.conversion);
        return right;
    }
    return undefined;
}

export function checkCondition(expression: Expression, context: BodyContext): void {
    const type = checkExpression(expression, context);
    if (type.kind === 'null' || (type.kind !== 'error' && !isBoolean(type))) {
        context.error(expression, `Condition expression must be of type Boolean: ${typeName(type)}`);
    }
}
