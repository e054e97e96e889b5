/**
 * Operators whose binding differs between the grammar and the platform's parser.
 *
 * On the platform `==` and `<` are one level that groups from the left (`a == b < c` is `(a == b) < c`), `instanceof`
 * joins no chain on that level, and a cast reaches over a following `++` or `--`.
 */

import * as grammar from '@apexdevtools/apex-parser';
import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';
import type { BinaryOperator, Expression, InstanceOfExpression, SourceSpan } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { reportSyntax, spanAcross, spanBetween, spanOf } from './context.ts';
import { buildExpression } from './expressions.ts';
import { buildType } from './types.ts';

/** These take no `instanceof` as an operand unless it stands in parentheses. */
const TIGHTER_OR_EQUAL = [
    grammar.Arth1ExpressionContext,
    grammar.Arth2ExpressionContext,
    grammar.BitExpressionContext,
    grammar.CmpExpressionContext,
    grammar.EqualityExpressionContext,
] as const;

const LOOSER = [
    grammar.BitAndExpressionContext,
    grammar.BitNotExpressionContext,
    grammar.BitOrExpressionContext,
    grammar.LogAndExpressionContext,
    grammar.LogOrExpressionContext,
    grammar.CoalExpressionContext,
] as const;

type BinaryContext = InstanceType<(typeof TIGHTER_OR_EQUAL)[number] | (typeof LOOSER)[number]>;

const tighterOrEqual = new Set<unknown>(TIGHTER_OR_EQUAL);
const binary = new Set<unknown>([...TIGHTER_OR_EQUAL, ...LOOSER]);

export function isBinary(ctx: ApexParserRuleContext): ctx is BinaryContext {
    return binary.has(ctx.constructor);
}

/** Goes down the left operands in a loop: a text put together from thousands of pieces is as many levels deep. */
export function buildBinary(context: BuildContext, ctx: BinaryContext): Expression {
    const { first, rest } = leftSpine(ctx, isBinary);
    let left = buildExpression(context, first);
    for (const level of rest) {
        refuseInstanceOf(context, level);
        const start = spanOf(level);
        const right = level.expression(1);
        if (level instanceof grammar.EqualityExpressionContext && isComparison(right)) {
            const chain = leftSpine(right, isComparison);
            left = combine(context, start, left, operatorOf(level), chain.first);
            for (const next of chain.rest) {
                refuseInstanceOf(context, next);
                left = combine(context, start, left, operatorOf(next), next.expression(1));
            }
        } else {
            left = combine(context, start, left, operatorOf(level), right);
        }
    }
    return left;
}

export function buildInstanceOf(context: BuildContext, ctx: grammar.InstanceOfExpressionContext): InstanceOfExpression {
    const operand = ctx.expression();
    if (
        operand instanceof grammar.InstanceOfExpressionContext ||
        operand instanceof grammar.EqualityExpressionContext ||
        isComparison(operand)
    ) {
        refuseToken(context, ctx.INSTANCEOF().symbol);
    }
    return {
        kind: 'InstanceOfExpression',
        ...spanOf(ctx),
        expression: buildExpression(context, operand),
        type: buildType(context, ctx.typeRef()),
    };
}

/** `(A) x++` is a cast of `x++`: the grammar has it the other way round. */
export function buildPostfix(context: BuildContext, ctx: grammar.PostOpExpressionContext): Expression {
    const span = spanOf(ctx);
    const casts: grammar.CastExpressionContext[] = [];
    let operand = ctx.expression();
    while (operand instanceof grammar.CastExpressionContext) {
        casts.push(operand);
        operand = operand.expression();
    }
    let expression: Expression = {
        kind: 'UpdateExpression',
        ...spanAcross(spanOf(operand), span),
        operator: ctx.INC() ? '++' : '--',
        prefix: false,
        operand: buildExpression(context, operand),
    };
    for (const cast of casts.reverse()) {
        const castSpan = spanAcross(spanOf(cast), span);
        expression = { kind: 'CastExpression', ...castSpan, type: buildType(context, cast.typeRef()), expression };
    }
    return expression;
}

function isComparison(ctx: ApexParserRuleContext): ctx is grammar.CmpExpressionContext {
    return ctx instanceof grammar.CmpExpressionContext;
}

/** The leftmost operand, then the operations on it from the inside out. */
function leftSpine<C extends BinaryContext>(
    ctx: C,
    belongs: (candidate: ApexParserRuleContext) => candidate is C,
): { first: grammar.ExpressionContext; rest: C[] } {
    const rest: C[] = [];
    let first: grammar.ExpressionContext = ctx;
    while (belongs(first)) {
        rest.push(first);
        first = first.expression(0);
    }
    return { first, rest: rest.reverse() };
}

function combine(
    context: BuildContext,
    start: SourceSpan,
    left: Expression,
    operator: BinaryOperator,
    right: grammar.ExpressionContext,
): Expression {
    const span = spanAcross(start, spanOf(right));
    return { kind: 'BinaryExpression', ...span, operator, left, right: buildExpression(context, right) };
}

function refuseInstanceOf(context: BuildContext, ctx: BinaryContext): void {
    if (!tighterOrEqual.has(ctx.constructor)) return;
    const [left, right] = ctx.expression_list();
    if (left instanceof grammar.InstanceOfExpressionContext) {
        refuseToken(context, operatorTokens(ctx)[0]);
    } else if (right instanceof grammar.InstanceOfExpressionContext) {
        refuseToken(context, right.INSTANCEOF().symbol);
    }
}

function refuseToken(context: BuildContext, token: grammar.ApexToken | undefined): void {
    if (token) reportSyntax(context, spanBetween(token, token), `Unexpected token '${token.text}'.`);
}

/** Shifts and comparisons are several tokens (`>` `>`, `<` `=`), because `>>` may also close type arguments. */
function operatorTokens(ctx: BinaryContext): grammar.ApexToken[] {
    return (ctx.children ?? []).slice(1, -1).map((child) => (child as grammar.ApexTerminalNode).symbol);
}

function operatorOf(ctx: BinaryContext): BinaryOperator {
    const tokens = operatorTokens(ctx);
    const text = tokens.map((token) => token.text).join('');
    return (text === '<>' ? '!=' : text) as BinaryOperator;
}
