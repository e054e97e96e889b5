import type { AccessLevelContext, ExpressionContext, StatementContext } from '@apexdevtools/apex-parser';
import type { DmlOperation, DmlStatement } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { sourceText, spanOf } from './context.ts';
import { buildExpression } from './expressions.ts';

export function buildDml(context: BuildContext, ctx: StatementContext): DmlStatement {
    const upsert = ctx.upsertStatement();
    if (upsert) {
        const node = statement(context, ctx, 'upsert', upsert.accessLevel(), upsert.expression());
        const field = upsert.qualifiedName();
        if (field) node.externalIdField = sourceText(context, field);
        return node;
    }
    const merge = ctx.mergeStatement();
    if (merge) {
        const node = statement(context, ctx, 'merge', merge.accessLevel(), merge.expression(0));
        node.mergeWith = buildExpression(context, merge.expression(1));
        return node;
    }
    const simple = ctx.insertStatement() || ctx.updateStatement() || ctx.deleteStatement() || ctx.undeleteStatement();
    if (!simple)
        throw new Error(`The Apex grammar has a statement that the tree builder does not know: ${ctx.getText()}`);
    const operation = ctx.start.text.toLowerCase() as DmlOperation;
    return statement(context, ctx, operation, simple.accessLevel(), simple.expression());
}

function statement(
    context: BuildContext,
    ctx: StatementContext,
    operation: DmlOperation,
    access: AccessLevelContext | null,
    target: ExpressionContext,
): DmlStatement {
    return {
        kind: 'DmlStatement',
        ...spanOf(ctx),
        operation,
        access: access ? (access.USER() ? 'user' : 'system') : null,
        target: buildExpression(context, target),
        mergeWith: null,
        externalIdField: null,
    };
}
