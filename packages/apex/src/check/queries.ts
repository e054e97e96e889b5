import { type ApexType, genericRecord, recordType } from '../bind/types.ts';
import type { Expression, SoqlExpression, SoslExpression, SourceSpan } from '../syntax/ast.ts';
import { bindingOf, setType, typeOf } from './annotations.ts';
import type { BodyContext } from './context.ts';
import { checkExpression } from './expressions.ts';
import { typeName } from './wording.ts';

/** `[SELECT ...]`: a list of its FROM object, of AggregateResult, or an Integer for `COUNT()`. */
export function checkQuery(expression: SoqlExpression, context: BodyContext): ApexType {
    const binds = checkBinds(expression, context);
    const { universe } = context;
    for (const finding of universe.schema.checkQuery(expression.text, universe.namespace, binds)) {
        report(expression, finding, context);
    }
    const description = universe.schema.describeQuery(expression.text, universe.namespace);
    if (description === undefined) return setType(expression, context.known.listOf(genericRecord));
    if (description.kind === 'count') return setType(expression, context.known.integer);
    return setType(expression, context.known.listOf(recordType(description.object)));
}

/** `[FIND ...]`: one list of records per RETURNING object. */
export function checkSearch(expression: SoslExpression, context: BodyContext): ApexType {
    checkBinds(expression, context);
    const { universe } = context;
    for (const finding of universe.schema.checkSearch(expression.text, universe.namespace))
        report(expression, finding, context);
    return setType(expression, context.known.listOf(context.known.listOf(genericRecord)));
}

function checkBinds(expression: SoqlExpression | SoslExpression, context: BodyContext): Map<string, string> {
    const types = new Map<string, string>();
    for (const [index, bind] of expression.binds.entries()) {
        types.set(`b${index}`, typeName(checkExpression(bind, context)));
    }
    return types;
}

function report(
    expression: SoqlExpression | SoslExpression,
    finding: { message: string; start: number; category: 'semantic' | 'unsupported' },
    context: BodyContext,
): void {
    const at = placeInQuery(expression, finding.start);
    if (finding.category === 'unsupported') context.unsupported(at, finding.message);
    else context.error(at, finding.message);
}

/** The place in the source of an offset in a query's text. */
function placeInQuery({ text, textStart, line, column }: SoqlExpression | SoslExpression, offset: number): SourceSpan {
    const before = text.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    const start = textStart + offset;
    // the text of the query begins behind its bracket
    if (lineStart === 0) return { line, column: column + 1 + offset, start, end: start };
    return { line: line + before.split('\n').length - 1, column: offset - lineStart + 1, start, end: start };
}

/** A query may stand where one record is wanted, one of `Database.query` too. */
export function isSingleRecordQuery(expression: Expression, target: ApexType): boolean {
    if (target.kind !== 'record' || !(expression.kind === 'SoqlExpression' || isDynamicQuery(expression))) return false;
    const type = typeOf(expression);
    const element = type.kind === 'class' ? type.arguments[0] : undefined;
    return element?.kind === 'record' && (target.info === null || element.key === target.key || element.info === null);
}

/** `[...] ?? [...]` or `x ? [...] : [...]` where one record is wanted: the two queries. */
export function singleRecordChoice(expression: Expression, target: ApexType): [Expression, Expression] | undefined {
    const branches: [Expression, Expression] | undefined =
        expression.kind === 'ConditionalExpression'
            ? [expression.then, expression.else]
            : expression.kind === 'BinaryExpression' && expression.operator === '??'
              ? [expression.left, expression.right]
              : undefined;
    return branches?.every((branch) => isSingleRecordQuery(branch, target)) === true ? branches : undefined;
}

/** `Database.query(...)`: its rows may be taken for those of any object, which a `List<SObject>` may not. */
export function isDynamicQuery(expression: Expression): boolean {
    return isCallOf(expression, 'system.database', ['query', 'querywithbinds']);
}

/** What answers rows of an object that is not known when compiling; `getSObjects` of a record is of that kind too. */
export function answersAnyRows(expression: Expression): boolean {
    return isDynamicQuery(expression) || isCallOf(expression, 'system.sobject', ['getsobjects']);
}

function isCallOf(expression: Expression, owner: string, names: readonly string[]): boolean {
    const binding = bindingOf(expression);
    if (binding?.kind !== 'method' || binding.call.method.owner.key !== owner) return false;
    return names.includes(binding.call.method.name.toLowerCase());
}
