import type { StoredValue } from '@sw-studio/soql';
import type { Random } from './random.ts';

/** Conditions as data: written as SOQL for the engine, and evaluated here the slow and obvious way. */
export type NaiveCondition =
    | { readonly field: string; readonly operator: string; readonly values: readonly StoredValue[] }
    | { readonly all: readonly NaiveCondition[] }
    | { readonly any: readonly NaiveCondition[] }
    | { readonly not: NaiveCondition };

export type NaiveRow = Readonly<Record<string, StoredValue>>;

export function toSoql(condition: NaiveCondition): string {
    if ('all' in condition) return condition.all.map((term) => `(${toSoql(term)})`).join(' AND ');
    if ('any' in condition) return condition.any.map((term) => `(${toSoql(term)})`).join(' OR ');
    if ('not' in condition) return `NOT (${toSoql(condition.not)})`;
    const { field, operator, values } = condition;
    const written = values.map((value) => literal(value));
    return `${field} ${operator} ${operator.endsWith('IN') ? `(${written.join(', ')})` : (written[0] ?? 'null')}`;
}

function literal(value: StoredValue): string {
    return typeof value === 'string' ? `'${value}'` : String(value ?? null);
}

export function holds(condition: NaiveCondition, row: NaiveRow): boolean {
    if ('all' in condition) return condition.all.every((term) => holds(term, row));
    if ('any' in condition) return condition.any.some((term) => holds(term, row));
    if ('not' in condition) return !holds(condition.not, row);
    const value = fold(row[condition.field]);
    const values = condition.values.map(fold);
    const wanted = values[0] ?? null;
    switch (condition.operator) {
        case '=':
            return value === wanted;
        case '!=':
            return value !== wanted;
        case 'IN':
            return values.includes(value);
        case 'NOT IN':
            return value !== null && !values.includes(value);
        case 'LIKE':
            return value !== null && likeNaively(String(value), String(wanted));
        default:
            return value !== null && wanted !== null && inOrder(value, condition.operator, wanted);
    }
}

function fold(value: StoredValue): string | number | boolean | null {
    return typeof value === 'string' ? value.toUpperCase() : (value ?? null);
}

function inOrder(a: string | number | boolean, operator: string, b: string | number | boolean): boolean {
    if (operator === '<') return a < b;
    if (operator === '<=') return a <= b;
    return operator === '>' ? a > b : a >= b;
}

function likeNaively(text: string, pattern: string): boolean {
    if (pattern === '') return text === '';
    const rest = pattern.slice(1);
    if (pattern[0] === '%') return likeNaively(text, rest) || (text !== '' && likeNaively(text.slice(1), pattern));
    return text !== '' && (pattern[0] === '_' || pattern[0] === text[0]) && likeNaively(text.slice(1), rest);
}

/** What the generator may ask of a field. */
export interface NaiveField {
    readonly name: string;
    readonly values: readonly StoredValue[];
    readonly operators: readonly string[];
}

export function randomCondition(random: Random, fields: readonly NaiveField[], depth: number): NaiveCondition {
    const shape = depth === 0 ? 0 : random.below(5);
    const inner = () => randomCondition(random, fields, depth - 1);
    if (shape === 1) return { all: Array.from({ length: 2 + random.below(2) }, inner) };
    if (shape === 2) return { any: Array.from({ length: 2 + random.below(2) }, inner) };
    if (shape === 3) return { not: inner() };
    const { name, values, operators } = random.pick(fields);
    const operator = random.pick(operators);
    const count = operator.endsWith('IN') ? 1 + random.below(3) : 1;
    const chosen = Array.from({ length: count }, () => random.pick(values));
    if (operator === 'LIKE')
        return { field: name, operator, values: [randomPattern(random, String(chosen[0] ?? 'a'))] };
    return { field: name, operator, values: chosen };
}

function randomPattern(random: Random, text: string): string {
    const cut = random.below(text.length + 1);
    return random.pick([
        `${text.slice(0, cut)}%`,
        `%${text.slice(cut)}`,
        `${text.slice(0, cut)}_${text.slice(cut + 1)}`,
        `%${text.slice(0, 1)}%`,
    ]);
}
