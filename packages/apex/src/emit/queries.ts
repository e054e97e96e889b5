import { typeOf } from '../check/annotations.ts';
import type { SoqlExpression, SoslExpression } from '../syntax/ast.ts';
import { emitExpression } from './expressions.ts';
import type { UnitEmitter } from './unit-emitter.ts';

/** Both shapes share one implementation: `query$$` waits, `query` drives it to its end. */
export function emitQuery(expression: SoqlExpression, emitter: UnitEmitter): string {
    const type = typeOf(expression);
    if (type.kind === 'class' && type.symbol.key === 'system.integer')
        return request('queryCount', expression, [], emitter);
    const element = type.kind === 'class' ? type.arguments[0] : undefined;
    return request('query', expression, element === undefined ? [] : [emitter.typeReference(element)], emitter);
}

/** The text of a query and its binds by name, for a function that takes both. */
export function emitQueryArguments(expression: SoqlExpression, emitter: UnitEmitter): string[] {
    const binds = expression.binds.map((bind, index) => `['b${index}', ${bindValue(bind, emitter)}]`);
    return [JSON.stringify(expression.text.trim()), `new Map([${binds.join(', ')}])`];
}

export function emitSearch(expression: SoslExpression, emitter: UnitEmitter): string {
    return request('search', expression, [], emitter);
}

function request(
    name: string,
    expression: SoqlExpression | SoslExpression,
    more: readonly string[],
    emitter: UnitEmitter,
): string {
    const binds = expression.binds.map((bind) => bindValue(bind, emitter));
    const list = [JSON.stringify(expression.text.trim()), `[${binds.join(', ')}]`, ...more].join(', ');
    return emitter.shape === 'generator' ? `(yield* $.${name}$$(${list}))` : `$.${name}(${list})`;
}

function bindValue(bind: SoqlExpression['binds'][number], emitter: UnitEmitter): string {
    const code = emitExpression(bind, emitter);
    return typeOf(bind).key === 'system.double' ? `$.boxDouble(${code})` : code;
}
