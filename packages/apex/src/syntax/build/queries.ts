import { ApexLexer, BoundExpressionContext } from '@apexdevtools/apex-parser';
import type {
    ApexParseTree,
    ApexParserRuleContext,
    SoqlLiteralContext,
    SoslLiteralContext,
} from '@apexdevtools/apex-parser';
import type { Expression, SoqlExpression, SoslExpression } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { spanOf } from './context.ts';
import { buildExpression } from './expressions.ts';

const COMMENT_CHANNEL = ApexLexer.channelNames.indexOf('COMMENT_CHANNEL');

export function buildSoql(context: BuildContext, ctx: SoqlLiteralContext): SoqlExpression {
    return { kind: 'SoqlExpression', ...spanOf(ctx), ...queryText(context, ctx) };
}

export function buildSosl(context: BuildContext, ctx: SoslLiteralContext): SoslExpression {
    return { kind: 'SoslExpression', ...spanOf(ctx), ...queryText(context, ctx) };
}

/** What stands between the brackets, with comments blanked and binds numbered in source order. */
function queryText(
    context: BuildContext,
    ctx: SoqlLiteralContext | SoslLiteralContext,
): Pick<SoqlExpression, 'text' | 'textStart' | 'binds'> {
    const { start, end } = spanOf(ctx);
    const textStart = start + 1;
    const textEnd = end - 1;
    const binds: Expression[] = [];
    let text = '';
    let position = textStart;
    for (const bound of boundExpressions(ctx)) {
        const place = spanOf(bound);
        text += blankComments(context, ctx, position, place.start);
        text += numberedBind(binds.length, context.source.slice(place.start, place.end));
        binds.push(buildExpression(context, bound.expression()));
        position = place.end;
    }
    return { text: text + blankComments(context, ctx, position, textEnd), textStart, binds };
}

function numberedBind(index: number, replaced: string): string {
    const name = `:b${index}`;
    return name + blanksFor(replaced.slice(name.length));
}

/** Line breaks stay, so that lines can be counted. */
function blanksFor(replaced: string): string {
    return replaced.replaceAll(/[^\n]/g, ' ');
}

/** The outermost bind expressions: one inside a bind belongs to the query that the bind itself contains. */
function boundExpressions(tree: ApexParserRuleContext): BoundExpressionContext[] {
    const found: BoundExpressionContext[] = [];
    const visit = (node: ApexParseTree): void => {
        if (node instanceof BoundExpressionContext) {
            found.push(node);
            return;
        }
        for (const child of (node as Partial<ApexParserRuleContext>).children ?? []) visit(child);
    };
    visit(tree);
    return found;
}

/** `source.slice(from, to)` with blanks for comments, so that offsets stay true. */
function blankComments(context: BuildContext, ctx: ApexParserRuleContext, from: number, to: number): string {
    const { source, tokens } = context;
    let text = '';
    let position = from;
    const last = (ctx.stop ?? ctx.start).tokenIndex;
    for (let index = ctx.start.tokenIndex; index <= last; index++) {
        const token = tokens[index];
        if (!token || token.channel !== COMMENT_CHANNEL) continue;
        if (token.start < from || token.stop >= to) continue;
        text += source.slice(position, token.start) + blanksFor(source.slice(token.start, token.stop + 1));
        position = token.stop + 1;
    }
    return text + source.slice(position, to);
}
