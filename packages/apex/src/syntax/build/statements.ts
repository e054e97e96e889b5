import type {
    BlockContext,
    LocalVariableDeclarationContext,
    StatementContext,
    TryStatementContext,
} from '@apexdevtools/apex-parser';
import type { Block, LocalVariableStatement, SourceSpan, Statement, TryStatement } from '../ast.ts';
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

export function buildBlock(context: BuildContext, ctx: BlockContext): Block {
    return {
        kind: 'Block',
        ...spanOf(ctx),
        statements: ctx.statement_list().map((statement) => buildStatement(context, statement)),
    };
}

/** A statement rule has exactly one alternative; the commonest are asked for first. */
export function buildStatement(context: BuildContext, ctx: StatementContext): Statement {
    const expressionStatement = ctx.expressionStatement();
    if (expressionStatement) {
        const expression = buildExpression(context, expressionStatement.expression());
        return { kind: 'ExpressionStatement', ...spanOf(ctx), expression };
    }
    const local = ctx.localVariableDeclarationStatement();
    if (local) return buildLocalVariable(context, local.localVariableDeclaration(), spanOf(ctx));
    const block = ctx.block();
    if (block) return buildBlock(context, block);
    return buildControlFlow(context, ctx) ?? buildJump(context, ctx) ?? buildEffect(context, ctx);
}

/** `span` covers the semicolon where there is one; a for loop's initializer has none of its own. */
export function buildLocalVariable(
    context: BuildContext,
    ctx: LocalVariableDeclarationContext,
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

function buildControlFlow(context: BuildContext, ctx: StatementContext): Statement | null {
    const conditional = ctx.ifStatement();
    if (conditional) {
        const otherwise = conditional.statement(1);
        return {
            kind: 'IfStatement',
            ...spanOf(ctx),
            condition: buildExpression(context, conditional.parExpression().expression()),
            then: buildStatement(context, conditional.statement(0)),
            else: otherwise ? buildStatement(context, otherwise) : null,
        };
    }
    const loop = ctx.forStatement();
    if (loop) return buildFor(context, loop);
    const attempt = ctx.tryStatement();
    if (attempt) return buildTry(context, attempt);
    const switchOn = ctx.switchStatement();
    if (switchOn) return buildSwitch(context, switchOn);
    const whileLoop = ctx.whileStatement();
    if (whileLoop) return buildWhile(context, whileLoop);
    const doLoop = ctx.doWhileStatement();
    return doLoop ? buildDoWhile(context, doLoop) : null;
}

function buildJump(context: BuildContext, ctx: StatementContext): Statement | null {
    const result = ctx.returnStatement();
    if (result) {
        const value = result.expression();
        const expression = value ? buildExpression(context, value) : null;
        return { kind: 'ReturnStatement', ...spanOf(ctx), expression };
    }
    const exception = ctx.throwStatement();
    if (exception) {
        const expression = buildExpression(context, exception.expression());
        return { kind: 'ThrowStatement', ...spanOf(ctx), expression };
    }
    if (ctx.breakStatement()) return { kind: 'BreakStatement', ...spanOf(ctx) };
    return ctx.continueStatement() ? { kind: 'ContinueStatement', ...spanOf(ctx) } : null;
}

/** What is left: statements that change the database, or the user. */
function buildEffect(context: BuildContext, ctx: StatementContext): Statement {
    const runAs = ctx.runAsStatement();
    if (!runAs) return buildDml(context, ctx);
    return {
        kind: 'RunAsStatement',
        ...spanOf(ctx),
        arguments: buildExpressions(context, runAs.expressionList()),
        body: buildBlock(context, runAs.block()),
    };
}

function buildTry(context: BuildContext, ctx: TryStatementContext): TryStatement {
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
