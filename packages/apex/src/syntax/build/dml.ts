import * as grammar from '@apexdevtools/apex-parser';
import type { ApexParseTree } from '@apexdevtools/apex-parser';
import type { DmlOperation, DmlStatement } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { sourceText, spanOf } from './context.ts';
import { buildExpression } from './expressions.ts';

export function buildDml(context: BuildContext, form: ApexParseTree): DmlStatement {
    if (form instanceof grammar.InsertStatementContext) return statement(context, form, 'insert');
    if (form instanceof grammar.UpdateStatementContext) return statement(context, form, 'update');
    if (form instanceof grammar.DeleteStatementContext) return statement(context, form, 'delete');
    if (form instanceof grammar.UndeleteStatementContext) return statement(context, form, 'undelete');
    if (form instanceof grammar.UpsertStatementContext) {
        const field = form.qualifiedName();
        const externalIdField = field ? sourceText(context, field) : null;
        return { ...statement(context, form, 'upsert'), externalIdField };
    }
    if (form instanceof grammar.MergeStatementContext) {
        const mergeWith = buildExpression(context, form.expression(1));
        return { ...statement(context, form, 'merge'), mergeWith };
    }
    throw new Error(`The Apex grammar has a statement that the tree builder does not know: ${form.constructor.name}`);
}

type DmlContext =
    | grammar.InsertStatementContext
    | grammar.UpdateStatementContext
    | grammar.DeleteStatementContext
    | grammar.UndeleteStatementContext
    | grammar.UpsertStatementContext
    | grammar.MergeStatementContext;

function statement(context: BuildContext, ctx: DmlContext, operation: DmlOperation): DmlStatement {
    const access = ctx.accessLevel();
    return {
        kind: 'DmlStatement',
        ...spanOf(ctx),
        operation,
        access: access ? (access.USER() ? 'user' : 'system') : null,
        target: buildExpression(context, ctx.getTypedRuleContext(grammar.ExpressionContext, 0)),
        mergeWith: null,
        externalIdField: null,
    };
}
