import type {
    CreatedNameContext,
    QualifiedNameContext,
    TypeListContext,
    TypeNameContext,
    TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { TypeReference } from '../ast.ts';
import { identifier, identifierFromToken, spanOf } from './context.ts';

export function buildType(ctx: TypeRefContext): TypeReference {
    return {
        kind: 'TypeReference',
        ...spanOf(ctx),
        parts: ctx.typeName_list().map(buildPart),
        arrayDepth: ctx.arraySubscripts().LBRACK_list().length,
    };
}

export function buildTypes(ctx: TypeListContext | null): TypeReference[] {
    return ctx ? ctx.typeRef_list().map(buildType) : [];
}

/** The type after `new`, before any brackets: `new Outer.Inner(`, `new Map<Id, Account>{`. */
export function buildCreatedType(ctx: CreatedNameContext): TypeReference {
    return {
        kind: 'TypeReference',
        ...spanOf(ctx),
        parts: ctx.idCreatedNamePair_list().map((pair) => ({
            name: identifier(pair.anyId()),
            arguments: buildTypes(pair.typeList()),
        })),
        arrayDepth: 0,
    };
}

/** A dotted name in a place where only a type can stand, such as a catch clause. */
export function buildTypeFromName(ctx: QualifiedNameContext): TypeReference {
    return {
        kind: 'TypeReference',
        ...spanOf(ctx),
        parts: ctx.id_list().map((id) => ({ name: identifier(id), arguments: [] })),
        arrayDepth: 0,
    };
}

function buildPart(ctx: TypeNameContext): TypeReference['parts'][number] {
    const typeArguments = ctx.typeArguments();
    return {
        name: identifierFromToken(ctx.start),
        arguments: typeArguments ? buildTypes(typeArguments.typeList()) : [],
    };
}
