import type {
    CreatedNameContext,
    QualifiedNameContext,
    TypeListContext,
    TypeNameContext,
    TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { TypeReference } from '../ast.ts';
import type { BuildContext } from './context.ts';
import { reportSyntax, spanBetween, spanOf } from './context.ts';
import { nameFromToken, qualifiedName, refuseReserved } from './names.ts';

export function buildType(context: BuildContext, ctx: TypeRefContext): TypeReference {
    const brackets = ctx.arraySubscripts().LBRACK_list();
    const parts = ctx.typeName_list().map((part) => buildPart(context, part));
    if (parts.length === 1) refuseReserved(context, ctx.start);
    const bracket = brackets[0]?.symbol;
    // An array of a type with arguments: the grammar has it, the platform's parser does not.
    if (bracket && parts.some((part) => part.arguments.length > 0)) {
        reportSyntax(context, spanBetween(bracket, bracket), "Unexpected token '['.");
    }
    return { kind: 'TypeReference', ...spanOf(ctx), parts, arrayDepth: brackets.length };
}

export function buildTypes(context: BuildContext, ctx: TypeListContext | null): TypeReference[] {
    return ctx ? ctx.typeRef_list().map((type) => buildType(context, type)) : [];
}

/** The type after `new`, before any brackets: `new Outer.Inner(`, `new Map<Id, Account>{`. */
export function buildCreatedType(context: BuildContext, ctx: CreatedNameContext): TypeReference {
    return {
        kind: 'TypeReference',
        ...spanOf(ctx),
        parts: ctx.idCreatedNamePair_list().map((pair) => ({
            name: qualifiedName(pair.anyId()),
            arguments: buildTypes(context, pair.typeList()),
        })),
        arrayDepth: 0,
    };
}

/** A dotted name in a place where only a type can stand, such as a catch clause. */
export function buildTypeFromName(ctx: QualifiedNameContext): TypeReference {
    return {
        kind: 'TypeReference',
        ...spanOf(ctx),
        parts: ctx.id_list().map((id) => ({ name: qualifiedName(id), arguments: [] })),
        arrayDepth: 0,
    };
}

function buildPart(context: BuildContext, ctx: TypeNameContext): TypeReference['parts'][number] {
    const typeArguments = ctx.typeArguments();
    return {
        name: nameFromToken(ctx.start),
        arguments: typeArguments ? buildTypes(context, typeArguments.typeList()) : [],
    };
}
