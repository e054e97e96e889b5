import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Annotation, AnnotationArgument, Modifiers, SourceSpan } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { reportSyntax, sourceText, spanAcross, spanBetween, spanOf } from './context.ts';
import { buildLiteral } from './literals.ts';
import { simpleName } from './names.ts';

/** `declaration` places the modifiers where none is written. */
export function buildModifiers(
    context: BuildContext,
    modifiers: readonly ModifierContext[],
    declaration: SourceSpan,
): Modifiers {
    const keywords: string[] = [];
    const annotations: Annotation[] = [];
    for (const modifier of modifiers) {
        const annotation = modifier.annotation();
        if (annotation) annotations.push(buildAnnotation(context, annotation));
        else keywords.push(keywordOf(modifier));
    }
    const first = modifiers[0];
    return { keywords, annotations, span: first ? spanOf(first) : { ...spanAcross(declaration, declaration) } };
}

/** The span of a declaration begins with its first modifier. */
export function withModifiers(modifiers: Modifiers, declaration: SourceSpan): SourceSpan {
    return modifiers.span.start < declaration.start ? spanAcross(modifiers.span, declaration) : declaration;
}

function keywordOf(modifier: ModifierContext): string {
    const first = modifier.start.text.toLowerCase();
    return modifier.SHARING() ? `${first} sharing` : first;
}

function buildAnnotation(context: BuildContext, ctx: AnnotationContext): Annotation {
    const span = spanOf(ctx);
    const name = simpleName(context, ctx.id()).text;
    const pairs = ctx.elementValuePairs();
    const positional = ctx.elementValue();
    let built: AnnotationArgument[] = [];
    if (pairs) {
        // The grammar allows commas between the arguments; the platform separates them by blanks only.
        if (pairs.COMMA_list().length > 0) reportSyntax(context, span, "Unexpected token '@'.");
        built = pairs.elementValuePair_list().map((pair) => ({
            ...spanOf(pair),
            name: pair.id().start.text,
            value: argumentValue(context, pair.elementValue()),
        }));
    } else if (positional) {
        built = [{ ...spanOf(positional), name: 'value', value: argumentValue(context, positional) }];
    }
    return { kind: 'Annotation', ...span, name, arguments: built };
}

function argumentValue(context: BuildContext, ctx: ElementValueContext): string | boolean {
    const { literalType, value } = buildLiteral(ctx.start);
    if (typeof value === 'boolean' || (literalType === 'String' && value !== null)) return value;
    reportSyntax(context, spanBetween(ctx.start, ctx.start), `Unexpected token '${ctx.start.text}'.`);
    return sourceText(context, ctx);
}
