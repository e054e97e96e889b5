import type { Bind, Call, Expression, Literal, Path } from '../syntax/ast.ts';
import type { Analysis } from './analysis.ts';
import {
    acceptsType,
    aggregateAccepts,
    aggregateFunctions,
    aggregateType,
    functionSpelling,
    isDateFunction,
    isScalarFunction,
    scalarFunctions,
} from './functions.ts';
import type { AggregateFunction, ScalarFunction } from './functions.ts';
import { resolveDistance } from './resolve-distance.ts';
import { resolvePath } from './resolve-path.ts';
import type {
    AggregateExpression,
    FieldExpression,
    GroupingExpression,
    ResolvedExpression,
    Scope,
} from './resolved.ts';

/** A field or function of SELECT, WHERE, GROUP BY, HAVING or ORDER BY; undefined when it was reported. */
export function resolveExpression(
    expression: Expression,
    scope: Scope,
    analysis: Analysis,
): ResolvedExpression | undefined {
    const resolved = resolveAny(expression, scope, analysis);
    return resolved !== undefined && isLocalTime(resolved) ? misplacedLocalTime(resolved, analysis) : resolved;
}

function resolveAny(expression: Expression, scope: Scope, analysis: Analysis): ResolvedExpression | undefined {
    return expression.kind === 'path'
        ? resolveField(expression, scope, analysis)
        : resolveCall(expression, scope, analysis);
}

export function resolveField(path: Path, scope: Scope, analysis: Analysis): FieldExpression | undefined {
    const result = resolvePath(path, scope, analysis.schema);
    if ('diagnostic' in result) return analysis.add(result.diagnostic);
    const { field, steps, name } = result.path;
    const names = [...steps.map(({ relationship }) => relationship), name];
    return { kind: 'field', key: names.join('.').toLowerCase(), type: field.type, path: result.path, span: path };
}

function resolveCall(call: Call, scope: Scope, analysis: Analysis): ResolvedExpression | undefined {
    const { name } = call;
    if (aggregateFunctions.has(name)) return resolveAggregate(call, name as AggregateFunction, scope, analysis);
    if (name === 'GROUPING') return resolveGrouping(call, scope, analysis);
    if (name === 'DISTANCE') return resolveDistance(call, scope, analysis);
    if (isScalarFunction(name)) return resolveScalar(call, name, scope, analysis);
    return analysis.report(call, 'unknownFunction', functionSpelling[call.name] ?? call.name);
}

function resolveScalar(
    call: Call,
    name: ScalarFunction,
    scope: Scope,
    analysis: Analysis,
): ResolvedExpression | undefined {
    const argument = soleArgument(call, scope, analysis);
    if (argument === undefined) return undefined;
    const spelling = functionSpelling[name] ?? name;
    if (name === 'CONVERTCURRENCY' ? argument.type !== 'currency' : !acceptsType(name, argument.type)) {
        return analysis.report(call, 'functionArgument', spelling, describe(argument));
    }
    const key = `${name.toLowerCase()}(${argument.key})`;
    return { kind: 'function', function: name, argument, key, type: scalarFunctions[name].returns, span: call };
}

function resolveAggregate(
    call: Call,
    name: AggregateFunction,
    scope: Scope,
    analysis: Analysis,
): AggregateExpression | undefined {
    if (name === 'COUNT' && call.arguments.length === 0) {
        return { kind: 'aggregate', function: name, key: 'count()', type: 'int', span: call };
    }
    const argument = soleArgument(call, scope, analysis);
    if (argument === undefined) return undefined;
    const allowed = argument.kind !== 'field' || argument.path.field.aggregatable || name.startsWith('COUNT');
    if (argument.kind === 'aggregate' || !allowed || !aggregateAccepts(name, argument.type)) {
        return analysis.report(call, 'notAggregatable', describe(argument), name);
    }
    const key = `${name.toLowerCase()}(${argument.key})`;
    return { kind: 'aggregate', function: name, argument, key, type: aggregateType(name, argument.type), span: call };
}

function resolveGrouping(call: Call, scope: Scope, analysis: Analysis): GroupingExpression | undefined {
    const argument = soleArgument(call, scope, analysis);
    if (argument === undefined) return undefined;
    return { kind: 'grouping', argument, key: `grouping(${argument.key})`, type: 'int', span: call };
}

function soleArgument(call: Call, scope: Scope, analysis: Analysis): ResolvedExpression | undefined {
    const [argument, extra] = call.arguments;
    if (argument === undefined || extra !== undefined) {
        return analysis.report(call, 'unexpectedToken', extra === undefined ? ')' : ',');
    }
    if (!isExpression(argument)) return analysis.report(argument, 'functionArgument', call.name, argument.kind);
    const resolved = resolveAny(argument, scope, analysis);
    const isAllowed = isScalarFunction(call.name) && isDateFunction(call.name);
    return resolved === undefined || isAllowed || !isLocalTime(resolved)
        ? resolved
        : misplacedLocalTime(resolved, analysis);
}

function isExpression(argument: Path | Call | Literal | Bind): argument is Expression {
    return argument.kind === 'path' || argument.kind === 'call';
}

function isLocalTime(expression: ResolvedExpression): boolean {
    return expression.kind === 'function' && expression.function === 'CONVERTTIMEZONE';
}

function misplacedLocalTime({ span }: ResolvedExpression, analysis: Analysis): undefined {
    return analysis.report(span, 'convertTimezoneAlone');
}

/** What sentences call the expression: the field's name, or the function's. */
export function describe(expression: ResolvedExpression): string {
    switch (expression.kind) {
        case 'field':
            return expression.path.name;
        case 'distance':
            return 'DISTANCE';
        default:
            return expression.argument === undefined ? expression.key : describe(expression.argument);
    }
}
