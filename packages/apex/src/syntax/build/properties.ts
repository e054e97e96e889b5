import type {
    GetterContext,
    ModifierContext,
    PropertyBlockContext,
    PropertyDeclarationContext,
    SetterContext,
} from '@apexdevtools/apex-parser';
import type { Accessor, PropertyDeclaration } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { reportSyntax, spanBetween, spanOf } from './context.ts';
import { buildModifiers, withModifiers } from './modifiers.ts';
import { simpleName } from './names.ts';
import { buildBlock } from './statements.ts';
import { buildType } from './types.ts';

export function buildProperty(
    context: BuildContext,
    ctx: PropertyDeclarationContext,
    modifierList: readonly ModifierContext[],
): PropertyDeclaration {
    const modifiers = buildModifiers(context, modifierList, spanOf(ctx));
    const node: PropertyDeclaration = {
        kind: 'PropertyDeclaration',
        ...withModifiers(modifiers, spanOf(ctx)),
        modifiers,
        type: buildType(context, ctx.typeRef()),
        name: simpleName(context, ctx.id()),
        getter: null,
        setter: null,
    };
    const closing = ctx.RBRACE().symbol;
    if (ctx.propertyBlock_list().length === 0) {
        reportSyntax(context, spanBetween(closing, closing), "Unexpected token '}'.");
    }
    for (const block of ctx.propertyBlock_list()) {
        const getter = block.getter();
        if (getter) node.getter = onlyAccessor(context, node.getter, buildAccessor(context, block, getter), 'get');
        else node.setter = onlyAccessor(context, node.setter, buildAccessor(context, block, block.setter()), 'set');
    }
    return node;
}

/** The grammar takes any number of accessors; the platform's parser expects the closing brace at the second one. */
function onlyAccessor(context: BuildContext, earlier: Accessor | null, accessor: Accessor, name: string): Accessor {
    if (earlier) reportSyntax(context, accessor, `Missing '}' at '${name}'`);
    return earlier ?? accessor;
}

function buildAccessor(
    context: BuildContext,
    ctx: PropertyBlockContext,
    accessor: GetterContext | SetterContext,
): Accessor {
    const body = accessor.block();
    return {
        ...spanOf(ctx),
        modifiers: buildModifiers(context, ctx.modifier_list(), spanOf(ctx)),
        body: body ? buildBlock(context, body) : null,
    };
}
