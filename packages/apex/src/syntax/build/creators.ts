import type {
    ArgumentsContext,
    ArrayCreatorRestContext,
    CreatorContext,
    NewExpressionContext,
} from '@apexdevtools/apex-parser';
import type { Expression, NewCollectionExpression, NewObjectExpression, SourceSpan, TypeReference } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { reportSyntax, spanBetween, spanOf } from './context.ts';
import { buildExpression, buildExpressions } from './expressions.ts';
import { buildCreatedType } from './types.ts';

export function buildNew(context: BuildContext, ctx: NewExpressionContext): Expression {
    const creator = ctx.creator();
    const span = spanOf(ctx);
    const type = buildCreatedType(context, creator.createdName());
    const constructorCall = creator.classCreatorRest();
    if (constructorCall) return buildNewObject(context, span, type, constructorCall.arguments());
    const array = creator.arrayCreatorRest();
    if (array) return buildNewArray(context, span, type, array);
    return { ...emptyCollection(span, type), ...collectionContent(context, creator) };
}

/** `new Account(Name = 'x')` is told from `new Foo(x)` by its first argument, as the platform's parser does. */
function buildNewObject(
    context: BuildContext,
    span: SourceSpan,
    type: TypeReference,
    ctx: ArgumentsContext,
): NewObjectExpression {
    const values = buildExpressions(context, ctx.expressionList());
    const node: NewObjectExpression = { kind: 'NewObjectExpression', ...span, type, arguments: values, fields: [] };
    const pairs = values.map(fieldPair);
    if (!pairs[0]) return node;
    node.arguments = [];
    for (const [index, pair] of pairs.entries()) {
        if (pair) node.fields.push(pair);
        else reportUnpaired(context, values[index]);
    }
    return node;
}

function fieldPair(value: Expression): NewObjectExpression['fields'][number] | null {
    if (value.kind !== 'AssignmentExpression' || value.operator !== '=') return null;
    const target = value.target;
    if (target.kind !== 'NameExpression') return null;
    const { line, column, start, end, name } = target;
    return { name: { kind: 'Identifier', line, column, start, end, text: name }, value: value.value };
}

function reportUnpaired(context: BuildContext, value: Expression | undefined): void {
    if (!value) return;
    const token = context.tokens.find((candidate) => candidate.start === value.start);
    reportSyntax(context, value, `Unexpected token '${token?.text ?? ''}'.`);
}

function buildNewArray(
    context: BuildContext,
    span: SourceSpan,
    type: TypeReference,
    ctx: ArrayCreatorRestContext,
): NewCollectionExpression {
    const bracket = ctx.LBRACK().symbol;
    if (type.parts.some((part) => part.arguments.length > 0)) {
        reportSyntax(context, spanBetween(bracket, bracket), "Unexpected token '['.");
    }
    const node = emptyCollection(span, { ...type, arrayDepth: 1 });
    const size = ctx.expression();
    const initializer = ctx.arrayInitializer();
    if (size) node.size = buildExpression(context, size);
    else if (initializer) node.elements = initializer.expression_list().map((item) => buildExpression(context, item));
    else reportMissingInitializer(context, ctx);
    return node;
}

/** `new Integer[]` alone: the grammar lets it through. */
function reportMissingInitializer(context: BuildContext, ctx: ArrayCreatorRestContext): void {
    const closing = ctx.stop ?? ctx.start;
    const next = context.tokens.slice(closing.tokenIndex + 1).find((token) => token.channel === 0) ?? closing;
    reportSyntax(context, spanBetween(next, next), `Expecting '{' but was: '${next.text}'`);
}

function collectionContent(
    context: BuildContext,
    creator: CreatorContext,
): Pick<NewCollectionExpression, 'elements' | 'entries'> {
    const pairs = creator.mapCreatorRest();
    const values = creator.setCreatorRest();
    return {
        elements: values ? values.expression_list().map((item) => buildExpression(context, item)) : [],
        entries: pairs
            ? pairs.mapCreatorRestPair_list().map((pair) => ({
                  key: buildExpression(context, pair.expression(0)),
                  value: buildExpression(context, pair.expression(1)),
              }))
            : [],
    };
}

function emptyCollection(span: SourceSpan, type: TypeReference): NewCollectionExpression {
    return { kind: 'NewCollectionExpression', ...span, type, elements: [], entries: [], size: null };
}
