import * as grammar from '@apexdevtools/apex-parser';
import type { Expression } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { spanAcross, spanOf } from './context.ts';
import { buildNew } from './creators.ts';
import { buildLiteral } from './literals.ts';
import { nameFromToken, qualifiedName, refuseReserved } from './names.ts';
import { buildBinary, buildInstanceOf, buildPostfix, isBinary } from './operators.ts';
import { buildSoql, buildSosl } from './queries.ts';
import { buildType } from './types.ts';

export function buildExpression(context: BuildContext, ctx: grammar.ExpressionContext): Expression {
    if (ctx instanceof grammar.PrimaryExpressionContext) return buildPrimary(context, ctx.primary());
    if (ctx instanceof grammar.DotExpressionContext) return buildDot(context, ctx);
    if (ctx instanceof grammar.MethodCallExpressionContext) return buildUnqualifiedCall(context, ctx.methodCall());
    if (isBinary(ctx)) return buildBinary(context, ctx);
    if (ctx instanceof grammar.NewExpressionContext) return buildNew(context, ctx);
    if (ctx instanceof grammar.SubExpressionContext) return buildParenthesized(context, ctx);
    if (ctx instanceof grammar.AssignExpressionContext) return buildAssignment(context, ctx);
    if (ctx instanceof grammar.ArrayExpressionContext) return buildIndex(context, ctx);
    if (ctx instanceof grammar.CastExpressionContext) {
        return {
            kind: 'CastExpression',
            ...spanOf(ctx),
            type: buildType(context, ctx.typeRef()),
            expression: buildExpression(context, ctx.expression()),
        };
    }
    if (ctx instanceof grammar.InstanceOfExpressionContext) return buildInstanceOf(context, ctx);
    if (ctx instanceof grammar.PostOpExpressionContext) return buildPostfix(context, ctx);
    if (ctx instanceof grammar.CondExpressionContext) {
        return {
            kind: 'ConditionalExpression',
            ...spanOf(ctx),
            condition: buildExpression(context, ctx.expression(0)),
            then: buildExpression(context, ctx.expression(1)),
            else: buildExpression(context, ctx.expression(2)),
        };
    }
    if (ctx instanceof grammar.PreOpExpressionContext || ctx instanceof grammar.NegExpressionContext) {
        return buildPrefix(context, ctx);
    }
    throw new Error(`The Apex grammar has an expression that the tree builder does not know: ${ctx.constructor.name}`);
}

export function buildExpressions(context: BuildContext, ctx: grammar.ExpressionListContext | null): Expression[] {
    return ctx ? ctx.expression_list().map((item) => buildExpression(context, item)) : [];
}

function buildPrimary(context: BuildContext, ctx: grammar.PrimaryContext): Expression {
    if (ctx instanceof grammar.IdPrimaryContext) {
        const beforeDot = ctx.parentCtx?.parentCtx instanceof grammar.DotExpressionContext;
        if (!beforeDot) refuseReserved(context, ctx.start);
        return { kind: 'NameExpression', ...spanOf(ctx), name: ctx.start.text };
    }
    if (ctx instanceof grammar.LiteralPrimaryContext) return buildLiteral(ctx.start);
    if (ctx instanceof grammar.ThisPrimaryContext) return { kind: 'ThisExpression', ...spanOf(ctx) };
    if (ctx instanceof grammar.SuperPrimaryContext) return { kind: 'SuperExpression', ...spanOf(ctx) };
    if (ctx instanceof grammar.TypeRefPrimaryContext) {
        return { kind: 'ClassLiteralExpression', ...spanOf(ctx), type: buildType(context, ctx.typeRef()) };
    }
    if (ctx instanceof grammar.SoqlPrimaryContext) return buildSoql(context, ctx.soqlLiteral());
    if (ctx instanceof grammar.SoslPrimaryContext) return buildSosl(context, ctx.soslLiteral());
    if (ctx instanceof grammar.VoidPrimaryContext) {
        const name = nameFromToken(ctx.start);
        return {
            kind: 'ClassLiteralExpression',
            ...spanOf(ctx),
            type: { kind: 'TypeReference', ...spanAcross(name, name), parts: [{ name, arguments: [] }], arrayDepth: 0 },
        };
    }
    throw new Error(`The Apex grammar has a primary that the tree builder does not know: ${ctx.constructor.name}`);
}

function buildDot(context: BuildContext, ctx: grammar.DotExpressionContext): Expression {
    const object = buildExpression(context, ctx.expression());
    const safe = Boolean(ctx.QUESTIONDOT());
    const call = ctx.dotMethodCall();
    if (!call) {
        return { kind: 'FieldAccessExpression', ...spanOf(ctx), object, name: qualifiedName(ctx.anyId()), safe };
    }
    return {
        kind: 'MethodCallExpression',
        ...spanOf(ctx),
        receiver: object,
        name: qualifiedName(call.anyId()),
        arguments: buildExpressions(context, call.expressionList()),
        safe,
    };
}

/** `f(x)`, `this(x)`, `super(x)`: the name is the first token in each case. */
function buildUnqualifiedCall(context: BuildContext, ctx: grammar.MethodCallContext): Expression {
    refuseReserved(context, ctx.start);
    return {
        kind: 'MethodCallExpression',
        ...spanOf(ctx),
        receiver: null,
        name: nameFromToken(ctx.start),
        arguments: buildExpressions(context, ctx.expressionList()),
        safe: false,
    };
}

/** Parentheses leave no node; where they end a chain of `?.` they leave a mark. */
function buildParenthesized(context: BuildContext, ctx: grammar.SubExpressionContext): Expression {
    const inner = buildExpression(context, ctx.expression());
    if (
        inner.kind === 'FieldAccessExpression' ||
        inner.kind === 'MethodCallExpression' ||
        inner.kind === 'IndexExpression'
    ) {
        inner.parenthesized = true;
    }
    return inner;
}

function buildAssignment(context: BuildContext, ctx: grammar.AssignExpressionContext): Expression {
    return {
        kind: 'AssignmentExpression',
        ...spanOf(ctx),
        operator: operatorText(ctx) as Extract<Expression, { kind: 'AssignmentExpression' }>['operator'],
        target: buildExpression(context, ctx.expression(0)),
        value: buildExpression(context, ctx.expression(1)),
    };
}

function buildIndex(context: BuildContext, ctx: grammar.ArrayExpressionContext): Expression {
    return {
        kind: 'IndexExpression',
        ...spanOf(ctx),
        object: buildExpression(context, ctx.expression(0)),
        index: buildExpression(context, ctx.expression(1)),
    };
}

function buildPrefix(
    context: BuildContext,
    ctx: grammar.PreOpExpressionContext | grammar.NegExpressionContext,
): Expression {
    const operator = ctx.start.text;
    const operand = buildExpression(context, ctx.expression());
    if (operator === '++' || operator === '--') {
        return { kind: 'UpdateExpression', ...spanOf(ctx), operator, prefix: true, operand };
    }
    return {
        kind: 'UnaryExpression',
        ...spanOf(ctx),
        operator: operator as '+' | '-' | '!' | '~',
        operand,
    };
}

/** The one token between the two operands. */
function operatorText(ctx: grammar.AssignExpressionContext): string {
    return ctx.getChild(1).getText();
}
