import { ApexParser } from '@apexdevtools/apex-parser';
import type {
    QualifiedNameContext,
    SwitchStatementContext,
    WhenControlContext,
    WhenLiteralContext,
} from '@apexdevtools/apex-parser';
import type { Expression, SwitchStatement, WhenClause } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { reportSyntax, spanAcross, spanBetween, spanOf } from './context.ts';
import { buildExpression } from './expressions.ts';
import { buildLiteral } from './literals.ts';
import { qualifiedName, simpleName } from './names.ts';
import { buildBlock } from './statements.ts';
import { buildType } from './types.ts';

export function buildSwitch(context: BuildContext, ctx: SwitchStatementContext): SwitchStatement {
    const node: SwitchStatement = {
        kind: 'SwitchStatement',
        ...spanOf(ctx),
        expression: buildExpression(context, ctx.expression()),
        clauses: [],
        otherwise: null,
    };
    for (const clause of ctx.whenControl_list()) {
        if (node.otherwise) reportSyntax(context, spanOf(clause), "'when else' must be the last when block");
        if (clause.whenValue().ELSE()) node.otherwise = buildBlock(context, clause.block());
        else node.clauses.push(buildClause(context, clause));
    }
    return node;
}

function buildClause(context: BuildContext, ctx: WhenControlContext): WhenClause {
    const when = ctx.whenValue();
    const type = when.typeRef();
    const body = buildBlock(context, ctx.block());
    if (type) {
        return {
            kind: 'WhenType',
            ...spanOf(ctx),
            type: buildType(context, type),
            name: simpleName(context, when.id()),
            body,
        };
    }
    return { kind: 'WhenValues', ...spanOf(ctx), values: when.whenLiteral_list().map(buildValue), body };
}

/** Signs are operators in front of a literal, as they are elsewhere: `-1` is a UnaryExpression. */
function buildValue(ctx: WhenLiteralContext): Expression {
    const nested = ctx.whenLiteral();
    if (nested) return buildValue(nested);
    const name = ctx.qualifiedName();
    if (name) return buildName(name);
    const last = ctx.stop ?? ctx.start;
    const signs = [...ctx.SUB_list(), ...ctx.ADD_list()].map((node) => node.symbol);
    signs.sort((first, second) => second.start - first.start);
    let value: Expression = buildLiteral(last);
    for (const sign of signs) {
        value = {
            kind: 'UnaryExpression',
            ...spanBetween(sign, last),
            operator: sign.type === ApexParser.SUB ? '-' : '+',
            operand: value,
        };
    }
    return value;
}

function buildName(ctx: QualifiedNameContext): Expression {
    const [first, ...rest] = ctx.id_list().map(qualifiedName);
    if (!first) throw new Error('A qualified name has at least one part');
    let expression: Expression = { kind: 'NameExpression', ...spanAcross(first, first), name: first.text };
    for (const name of rest) {
        const chain = spanAcross(first, name);
        expression = { kind: 'FieldAccessExpression', ...chain, object: expression, name, safe: false };
    }
    return expression;
}
