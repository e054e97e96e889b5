import type { ApexType } from '../bind/types.ts';
import type { BinaryExpression } from '../syntax/ast.ts';
import { setConversion } from './annotations.ts';
import { widen } from './arithmetic.ts';
import type { BodyContext } from './context.ts';
import { assignment, isNumeric, widerNumeric } from './conversions.ts';

import { typeName } from './wording.ts';

/** Values that `===` cannot tell apart by identity. */
const PRIMITIVES = new Set(
    'blob boolean date datetime decimal double id integer long string time'.split(' ').map((name) => `system.${name}`),
);

const ORDERED = new Set('date datetime id string time'.split(' ').map((name) => `system.${name}`));

/** `==`, `!=`, `===`, `!==` */
export function checkEquality(
    expression: BinaryExpression,
    left: ApexType,
    right: ApexType,
    context: BodyContext,
): ApexType {
    const exact = expression.operator === '===' || expression.operator === '!==';
    if (!comparable(left, right) || (exact && isNull(left, right))) {
        reportIncomparable(expression, left, right, context);
    } else if (exact) {
        const common = wider(left, right);
        if (PRIMITIVES.has(common.key)) {
            const sentence = 'Exact equality operator only allowed for reference types';
            context.error(expression, `${sentence}: ${typeName(common)}`);
        }
    }
    unify(expression, left, right);
    return context.known.boolean;
}

/** `<`, `<=`, `>`, `>=` */
export function checkOrder(
    expression: BinaryExpression,
    left: ApexType,
    right: ApexType,
    context: BodyContext,
): ApexType {
    if (!comparable(left, right) || isNull(left, right)) {
        reportIncomparable(expression, left, right, context);
    } else {
        const common = wider(left, right);
        if (!isNumeric(common) && !ORDERED.has(common.key))
            context.error(expression, `Inequality operator not allowed for this type: ${typeName(common)}`);
    }
    unify(expression, left, right);
    return context.known.boolean;
}

/** One must be assignable to the other; that a cast would do is not enough. */
function comparable(left: ApexType, right: ApexType): boolean {
    if (left.kind === 'void' || right.kind === 'void') return false;
    return assignment(left, right) !== null || assignment(right, left) !== null;
}

/** Only `==` and `!=` take null. */
function isNull(left: ApexType, right: ApexType): boolean {
    return left.kind === 'null' || right.kind === 'null';
}

function wider(left: ApexType, right: ApexType): ApexType {
    return assignment(left, right) !== null ? right : left;
}

function reportIncomparable(expression: BinaryExpression, left: ApexType, right: ApexType, context: BodyContext): void {
    context.error(expression, `Comparison arguments must be compatible types: ${typeName(left)}, ${typeName(right)}`);
}

/** Brings both sides to one representation: numbers to the wider type, dates to datetimes, doubles into boxes. */
function unify(expression: BinaryExpression, left: ApexType, right: ApexType): void {
    if (isNumeric(left) && isNumeric(right)) {
        const type = widerNumeric(left, right);
        widen(expression.left, left, type);
        widen(expression.right, right, type);
        return;
    }
    if (left.key === 'system.date' && right.key === 'system.datetime') setConversion(expression.left, 'dateToDatetime');
    if (left.key === 'system.datetime' && right.key === 'system.date')
        setConversion(expression.right, 'dateToDatetime');
    if (left.key === 'system.double' && right.kind !== 'null') setConversion(expression.left, 'boxDouble');
    if (right.key === 'system.double' && left.kind !== 'null') setConversion(expression.right, 'boxDouble');
}
