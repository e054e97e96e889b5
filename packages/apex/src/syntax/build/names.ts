import type { ApexToken } from '@apexdevtools/apex-parser';
import type { Identifier } from '../ast.ts';
import type { BuildContext, Placed } from './context.ts';
import { reportSyntax, spanBetween } from './context.ts';

/** Words that the grammar takes as identifiers; the platform's parser takes them only before or after a dot. */
const RESERVED: ReadonlySet<string> = new Set([
    'and',
    'as',
    'asc',
    'by',
    'desc',
    'from',
    'having',
    'in',
    'instanceof',
    'like',
    'limit',
    'not',
    'nulls',
    'or',
    'select',
    'trigger',
    'using',
    'where',
]);

/** A name that stands alone: of a declaration, a variable, a method called without a receiver, a type in one part. */
export function simpleName(context: BuildContext, ctx: Placed): Identifier {
    refuseReserved(context, ctx.start);
    return nameFromToken(ctx.start);
}

/** A name beside a dot, where every word may stand. */
export function qualifiedName(ctx: Placed): Identifier {
    return nameFromToken(ctx.start);
}

export function nameFromToken(token: ApexToken): Identifier {
    return { kind: 'Identifier', ...spanBetween(token, token), text: token.text };
}

export function refuseReserved(context: BuildContext, token: ApexToken): void {
    if (RESERVED.has(token.text.toLowerCase())) {
        reportSyntax(context, spanBetween(token, token), `Unexpected token '${token.text}'.`);
    }
}
