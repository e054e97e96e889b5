import * as grammar from '@apexdevtools/apex-parser';
import type { BinaryOperator, Expression } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { spanOf } from './context.ts';
import { buildExpression } from './expressions.ts';

const BINARY_CONTEXTS = [
    grammar.Arth1ExpressionContext,
    grammar.Arth2ExpressionContext,
    grammar.BitExpressionContext,
    grammar.CmpExpressionContext,
    grammar.EqualityExpressionContext,
    grammar.BitAndExpressionContext,
    grammar.BitNotExpressionContext,
    grammar.BitOrExpressionContext,
    grammar.LogAndExpressionContext,
    grammar.LogOrExpressionContext,
    grammar.CoalExpressionContext,
] as const;

type BinaryContext = InstanceType<(typeof BINARY_CONTEXTS)[number]>;

const binaryConstructors = new Set<unknown>(BINARY_CONTEXTS);

export function isBinary(ctx: grammar.ExpressionContext): ctx is BinaryContext {
    return binaryConstructors.has(ctx.constructor);
}

/** Goes down the left operands in a loop: a text put together from thousands of pieces is as many levels deep. */
export function buildBinary(context: BuildContext, ctx: BinaryContext): Expression {
    const pending: BinaryContext[] = [];
    let leftmost: grammar.ExpressionContext = ctx;
    while (isBinary(leftmost)) {
        pending.push(leftmost);
        leftmost = leftmost.expression(0);
    }
    let left = buildExpression(context, leftmost);
    for (let level = pending.pop(); level; level = pending.pop()) {
        left = {
            kind: 'BinaryExpression',
            ...spanOf(level),
            operator: operatorOf(level),
            left,
            right: buildExpression(context, level.expression(1)),
        };
    }
    return left;
}

/** Shifts and comparisons are several tokens (`>` `>`, `<` `=`), because `>>` may also close type arguments. */
function operatorOf(ctx: BinaryContext): BinaryOperator {
    let text = '';
    for (let index = 1; index < ctx.getChildCount() - 1; index++) text += ctx.getChild(index).getText();
    return (text === '<>' ? '!=' : text) as BinaryOperator;
}
