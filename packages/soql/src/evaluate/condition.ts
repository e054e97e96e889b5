import { familyOf } from '../check/families.ts';
import type { ResolvedComparison, ResolvedCondition, ResolvedExpression, ResolvedQuery } from '../check/resolved.ts';
import type { StoredRow, StoredValue } from '../source.ts';
import type { ComparisonOperator } from '../syntax/ast.ts';
import type { Compiled, Execution, Reader } from './execution.ts';
import { likeTest } from './like.ts';
import { includesTest } from './multipicklist.ts';
import { foldText } from './text.ts';
import { operandsOf } from './values.ts';
import type { Operand } from './values.ts';

export type Predicate = (row: StoredRow) => boolean;
type Test = (value: StoredValue) => boolean;

export interface ConditionCompiler {
    /** How the left sides are read: rows by slot, or groups by accumulator. */
    readonly read: (expression: ResolvedExpression) => Compiled<Reader>;
    /** Runs the inner query of a semi-join and answers its values. */
    readonly semiJoin: (query: ResolvedQuery, execution: Execution) => ReadonlySet<StoredValue>;
}

/**
 * Compiles a condition. SOQL is two-valued: a comparison with null is true or false, never unknown, so NOT of a false
 * comparison is true.
 */
export function compileCondition(condition: ResolvedCondition, compiler: ConditionCompiler): Compiled<Predicate> {
    if (condition.kind === 'comparison') return compileComparison(condition, compiler);
    if (condition.kind === 'not') {
        const compiled = compileCondition(condition.term, compiler);
        return (execution) => {
            const predicate = compiled(execution);
            return (row) => !predicate(row);
        };
    }
    const terms = condition.terms.map((term) => compileCondition(term, compiler));
    const join = condition.kind === 'and' ? all : any;
    return (execution) => terms.map((term) => term(execution)).reduce(join);
}

function all(a: Predicate, b: Predicate): Predicate {
    return (row) => a(row) && b(row);
}

function any(a: Predicate, b: Predicate): Predicate {
    return (row) => a(row) || b(row);
}

function compileComparison(comparison: ResolvedComparison, compiler: ConditionCompiler): Compiled<Predicate> {
    const compiled = compiler.read(comparison.left);
    const { left, operator, right } = comparison;
    return (execution) => {
        const read = compiled(execution);
        const test =
            right.kind === 'semijoin'
                ? membershipTest(compiler.semiJoin(right.query, execution), operator)
                : testOf(operator, left, operandsOf(right, left.type, execution));
        return (row) => test(read(row));
    };
}

function membershipTest(values: ReadonlySet<StoredValue>, operator: ComparisonOperator): Test {
    if (operator === 'IN') return (value) => value != null && values.has(value);
    return (value) => value != null && !values.has(value);
}

function testOf(operator: ComparisonOperator, left: ResolvedExpression, operands: readonly Operand[]): Test {
    const family = familyOf(left.type);
    const isText = family === 'text' || family === 'multipicklist';
    switch (operator) {
        case '=':
            return equalityTest(operands, isText);
        case '!=': {
            const equal = equalityTest(operands, isText);
            return (value) => !equal(value);
        }
        case 'IN':
            return equalityTest(operands, isText);
        case 'NOT IN': {
            const equal = equalityTest(operands, isText);
            return (value) => value != null && !equal(value);
        }
        case 'LIKE':
            return likeOperand(operands);
        case 'INCLUDES':
            return includesTest(operands.map(({ value }) => value));
        case 'EXCLUDES': {
            const includes = includesTest(operands.map(({ value }) => value));
            return (value) => !includes(value);
        }
        default:
            return orderTest(operator, operands[0], isText);
    }
}

function equalityTest(operands: readonly Operand[], isText: boolean): Test {
    const periods = operands.filter((operand): operand is { value: number; end: number } => operand.end !== undefined);
    if (periods.length > 0) {
        const values = new Set(operands.filter(({ end }) => end === undefined).map(({ value }) => value ?? null));
        return (value) =>
            values.has(value ?? null) ||
            (value != null &&
                periods.some(({ value: start, end }) => (value as number) >= start && (value as number) < end));
    }
    const matchesNull = operands.some(({ value }) => value == null);
    const wanted = operands.flatMap(({ value }) => (value == null ? [] : [value]));
    if (wanted.length === 0) return (value) => matchesNull && value == null;
    if (isText) return textEquality(wanted as string[], matchesNull);
    const [only] = wanted;
    if (wanted.length === 1) return (value) => value === only || (matchesNull && value == null);
    const set = new Set(wanted);
    return (value) => (value == null ? matchesNull : set.has(value));
}

function textEquality(wanted: readonly string[], matchesNull: boolean): Test {
    const folded = wanted.map(foldText);
    if (folded.length > 1) {
        const set = new Set(folded);
        return (value) => (value == null ? matchesNull : set.has(foldText(value as string)));
    }
    const [only] = folded as [string];
    const { length } = only;
    return (value) => {
        if (value == null) return matchesNull;
        const text = value as string;
        return text.length === length && (text === only || foldText(text) === only);
    };
}

/** A bind may hold several patterns, of which one must match. */
function likeOperand(operands: readonly Operand[]): Test {
    const tests = operands.flatMap(({ value }) => (typeof value === 'string' ? [likeTest(value)] : []));
    const matchesNull = tests.length < operands.length;
    return (value) => (typeof value === 'string' ? tests.some((test) => test(value)) : matchesNull);
}

/** `<` and its kin: before the period, or after it. Null is neither. */
function orderTest(operator: '<' | '<=' | '>' | '>=', operand: Operand | undefined, isText: boolean): Test {
    if (operand?.value == null) return () => false;
    const convert = isText
        ? (value: StoredValue) => foldText(value as string)
        : (value: StoredValue) => value as number;
    const start = convert(operand.value);
    const { end } = operand;
    switch (operator) {
        case '<':
            return (value) => value != null && convert(value) < start;
        case '<=':
            return end === undefined
                ? (value) => value != null && convert(value) <= start
                : (value) => value != null && (value as number) < end;
        case '>':
            return end === undefined
                ? (value) => value != null && convert(value) > start
                : (value) => value != null && (value as number) >= end;
        case '>=':
            return (value) => value != null && convert(value) >= start;
    }
}
