import type {
    DoWhileStatementContext,
    EnhancedForControlContext,
    ForControlContext,
    ForStatementContext,
    StatementContext,
    WhileStatementContext,
} from '@apexdevtools/apex-parser';
import type {
    DoWhileStatement,
    ForEachStatement,
    ForStatement,
    SourceSpan,
    Statement,
    WhileStatement,
} from '../ast.ts';
import type { BuildContext } from './context.ts';
import { spanOf } from './context.ts';
import { buildExpression, buildExpressions } from './expressions.ts';
import { simpleName } from './names.ts';
import { buildBlock, buildLocalVariable, buildStatement } from './statements.ts';
import { buildType } from './types.ts';

export function buildFor(context: BuildContext, ctx: ForStatementContext): ForStatement | ForEachStatement {
    const control = ctx.forControl();
    const enhanced = control.enhancedForControl();
    const body = buildBody(context, ctx.statement());
    return enhanced
        ? buildForEach(context, spanOf(ctx), enhanced, body)
        : buildCountedFor(context, spanOf(ctx), control, body);
}

export function buildWhile(context: BuildContext, ctx: WhileStatementContext): WhileStatement {
    return {
        kind: 'WhileStatement',
        ...spanOf(ctx),
        condition: buildExpression(context, ctx.parExpression().expression()),
        body: buildBody(context, ctx.statement()),
    };
}

export function buildDoWhile(context: BuildContext, ctx: DoWhileStatementContext): DoWhileStatement {
    return {
        kind: 'DoWhileStatement',
        ...spanOf(ctx),
        body: buildBlock(context, ctx.block()),
        condition: buildExpression(context, ctx.parExpression().expression()),
    };
}

function buildForEach(
    context: BuildContext,
    span: SourceSpan,
    ctx: EnhancedForControlContext,
    body: Statement | null,
): ForEachStatement {
    return {
        kind: 'ForEachStatement',
        ...span,
        type: buildType(context, ctx.typeRef()),
        name: simpleName(context, ctx.id()),
        iterable: buildExpression(context, ctx.expression()),
        body,
    };
}

function buildCountedFor(
    context: BuildContext,
    span: SourceSpan,
    ctx: ForControlContext,
    body: Statement | null,
): ForStatement {
    const initializer = ctx.forInit();
    const declaration = initializer ? initializer.localVariableDeclaration() : null;
    const condition = ctx.expression();
    const updates = ctx.forUpdate();
    return {
        kind: 'ForStatement',
        ...span,
        initializer: declaration ? buildLocalVariable(context, declaration) : null,
        initializerExpressions: initializer ? buildExpressions(context, initializer.expressionList()) : [],
        condition: condition ? buildExpression(context, condition) : null,
        updates: updates ? buildExpressions(context, updates.expressionList()) : [],
        body,
    };
}

function buildBody(context: BuildContext, ctx: StatementContext | null): Statement | null {
    return ctx ? buildStatement(context, ctx) : null;
}
