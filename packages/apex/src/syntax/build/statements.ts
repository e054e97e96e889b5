import * as grammar from '@apexdevtools/apex-parser';
import type {
    Block,
    IfStatement,
    LocalVariableStatement,
    RunAsStatement,
    SourceSpan,
    Statement,
    TryStatement,
} from '../ast.ts';
import type { BuildContext } from './context.ts';
import { spanOf } from './context.ts';
import { buildDeclarators } from './declarations.ts';
import { buildDml } from './dml.ts';
import { buildExpression, buildExpressions } from './expressions.ts';
import { buildDoWhile, buildFor, buildWhile } from './loops.ts';
import { buildModifiers } from './modifiers.ts';
import { simpleName } from './names.ts';
import { buildSwitch } from './switches.ts';
import { buildType, buildTypeFromName } from './types.ts';

export function buildBlock(context: BuildContext, ctx: grammar.BlockContext): Block {
    return {
        kind: 'Block',
        ...spanOf(ctx),
        statements: ctx.statement_list().map((statement) => buildStatement(context, statement)),
    };
}

/** A statement rule has exactly one child, which says what it is. */
export function buildStatement(context: BuildContext, ctx: grammar.StatementContext): Statement {
    const form = ctx.getChild(0);
    const span = spanOf(ctx);
    if (form instanceof grammar.ExpressionStatementContext) {
        return { kind: 'ExpressionStatement', ...span, expression: buildExpression(context, form.expression()) };
    }
    if (form instanceof grammar.LocalVariableDeclarationStatementContext) {
        return buildLocalVariable(context, form.localVariableDeclaration(), span);
    }
    if (form instanceof grammar.BlockContext) return buildBlock(context, form);
    if (form instanceof grammar.IfStatementContext) return buildIf(context, form);
    if (form instanceof grammar.ReturnStatementContext) {
        const value = form.expression();
        return { kind: 'ReturnStatement', ...span, expression: value ? buildExpression(context, value) : null };
    }
    if (form instanceof grammar.ForStatementContext) return buildFor(context, form);
    if (form instanceof grammar.TryStatementContext) return buildTry(context, form);
    if (form instanceof grammar.ThrowStatementContext) {
        return { kind: 'ThrowStatement', ...span, expression: buildExpression(context, form.expression()) };
    }
    if (form instanceof grammar.SwitchStatementContext) return buildSwitch(context, form);
    if (form instanceof grammar.WhileStatementContext) return buildWhile(context, form);
    if (form instanceof grammar.DoWhileStatementContext) return buildDoWhile(context, form);
    if (form instanceof grammar.BreakStatementContext) return { kind: 'BreakStatement', ...span };
    if (form instanceof grammar.ContinueStatementContext) return { kind: 'ContinueStatement', ...span };
    if (form instanceof grammar.RunAsStatementContext) return buildRunAs(context, form);
    return buildDml(context, form);
}

/** `span` covers the semicolon where there is one; a for loop's initializer has none of its own. */
export function buildLocalVariable(
    context: BuildContext,
    ctx: grammar.LocalVariableDeclarationContext,
    span: SourceSpan = spanOf(ctx),
): LocalVariableStatement {
    return {
        kind: 'LocalVariableStatement',
        ...span,
        modifiers: buildModifiers(context, ctx.modifier_list(), spanOf(ctx)),
        type: buildType(context, ctx.typeRef()),
        declarators: buildDeclarators(context, ctx.variableDeclarators()),
    };
}

function buildIf(context: BuildContext, ctx: grammar.IfStatementContext): IfStatement {
    const otherwise = ctx.statement(1);
    return {
        kind: 'IfStatement',
        ...spanOf(ctx),
        condition: buildExpression(context, ctx.parExpression().expression()),
        then: buildStatement(context, ctx.statement(0)),
        else: otherwise ? buildStatement(context, otherwise) : null,
    };
}

function buildRunAs(context: BuildContext, ctx: grammar.RunAsStatementContext): RunAsStatement {
    return {
        kind: 'RunAsStatement',
        ...spanOf(ctx),
        arguments: buildExpressions(context, ctx.expressionList()),
        body: buildBlock(context, ctx.block()),
    };
}

function buildTry(context: BuildContext, ctx: grammar.TryStatementContext): TryStatement {
    const finallyBlock = ctx.finallyBlock();
    return {
        kind: 'TryStatement',
        ...spanOf(ctx),
        block: buildBlock(context, ctx.block()),
        catches: ctx.catchClause_list().map((clause) => ({
            kind: 'CatchClause',
            ...spanOf(clause),
            type: buildTypeFromName(clause.qualifiedName()),
            name: simpleName(context, clause.id()),
            body: buildBlock(context, clause.block()),
        })),
        finally: finallyBlock ? buildBlock(context, finallyBlock.block()) : null,
    };
}
