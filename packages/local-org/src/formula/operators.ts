import type { StoredValue } from '../store/stored-row.ts';
import type { Expression } from './ast.ts';
import { asText, type Compiled, type FormulaType } from './compiled.ts';
import { equalValues } from './equal-values.ts';
import { FormulaError } from './formula-error.ts';
import { requireType, typeName } from './functions/definition.ts';

const DAY = 86_400_000;

type Unary = Extract<Expression, { kind: 'unary' }>;
type Binary = Extract<Expression, { kind: 'binary' }>;

export function compileUnary({ operator, position }: Unary, value: Compiled): Compiled {
    if (operator === '!') {
        requireType('boolean', value, "operator '!'", position);
        return { type: 'boolean', evaluate: (scope) => value.evaluate(scope) !== true };
    }
    requireType('number', value, `operator '${operator}'`, position);
    if (operator === '+') return { type: 'number', evaluate: value.evaluate };
    return {
        type: 'number',
        evaluate: (scope) => {
            const number = value.evaluate(scope);
            return typeof number === 'number' ? -number + 0 : null;
        },
    };
}

export function compileBinary(expression: Binary, left: Compiled, right: Compiled): Compiled {
    const { operator, position } = expression;
    switch (operator) {
        case '&&':
        case '||': {
            for (const side of [left, right]) requireType('boolean', side, `operator '${operator}'`, position);
            const decides = operator === '||';
            return {
                type: 'boolean',
                evaluate: (scope) =>
                    (left.evaluate(scope) === true) === decides ? decides : right.evaluate(scope) === true,
            };
        }
        case '&':
            for (const side of [left, right]) requireType('text', side, "operator '&'", position);
            return { type: 'text', evaluate: (scope) => asText(left.evaluate(scope)) + asText(right.evaluate(scope)) };
        case '=':
        case '<>':
            return equality(operator === '=', left, right, position);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return comparison(operator, left, right, position);
        default:
            return arithmetic(operator, left, right, position);
    }
}

function equality(wanted: boolean, left: Compiled, right: Compiled, position: number): Compiled {
    const type = sharedType(left, right, wanted ? '=' : '<>', position);
    return {
        type: 'boolean',
        evaluate: (scope) => equalValues(left.evaluate(scope), right.evaluate(scope), type) === wanted,
    };
}

/** Nothing is less or more than a blank. */
function comparison(operator: '<' | '<=' | '>' | '>=', left: Compiled, right: Compiled, position: number): Compiled {
    sharedType(left, right, operator, position);
    const test = COMPARISONS[operator];
    return {
        type: 'boolean',
        evaluate: (scope) => {
            const [a, b] = [left.evaluate(scope), right.evaluate(scope)];
            return a !== null && a !== undefined && b !== null && b !== undefined && test(a as number, b as number);
        },
    };
}

const COMPARISONS = {
    '<': (a: number, b: number) => a < b,
    '<=': (a: number, b: number) => a <= b,
    '>': (a: number, b: number) => a > b,
    '>=': (a: number, b: number) => a >= b,
} as const;

function sharedType(left: Compiled, right: Compiled, operator: string, position: number): FormulaType {
    for (const side of [left, right]) {
        if (side.type === 'picklist' || side.type === 'multipicklist')
            requireType('text', side, `operator '${operator}'`, position);
    }
    if (left.type === 'null') return right.type;
    if (right.type === 'null' || left.type === right.type) return left.type;
    throw wrongTypes(operator, left, right, position);
}

function wrongTypes(operator: string, left: Compiled, right: Compiled, position: number): FormulaError {
    return new FormulaError(
        'WRONG_TYPE',
        `Incorrect parameter type for operator '${operator}'. Expected ${typeName(left.type)}, received ${typeName(right.type)}`,
        position,
    );
}

type Arithmetic = '+' | '-' | '*' | '/' | '^';

/** By operator and types; days are the unit between dates, milliseconds of the day that of times. */
function arithmetic(operator: Arithmetic, left: Compiled, right: Compiled, position: number): Compiled {
    const [a, b] = [numeric(left.type, right.type), numeric(right.type, left.type)];
    if (operator === '+' && (a === 'text' || b === 'text') && a === b) {
        return { type: 'text', evaluate: (scope) => asText(left.evaluate(scope)) + asText(right.evaluate(scope)) };
    }
    const found = OPERATIONS[`${a} ${operator} ${b}`];
    if (found === undefined) throw wrongTypes(operator, left, right, position);
    const [type, compute] = found;
    return {
        type,
        evaluate: (scope) => {
            const [x, y] = [left.evaluate(scope), right.evaluate(scope)];
            if (typeof x !== 'number' || typeof y !== 'number') return null;
            return finite(compute(x, y));
        },
    };
}

/** NULL takes the type that its neighbour needs. */
function numeric(type: FormulaType, other: FormulaType): FormulaType {
    return type === 'null' ? (other === 'null' ? 'number' : other === 'text' ? 'text' : 'number') : type;
}

const OPERATIONS: Readonly<Record<string, readonly [FormulaType, (a: number, b: number) => number]>> = {
    'number + number': ['number', (a, b) => clean(a + b)],
    'number - number': ['number', (a, b) => clean(a - b)],
    'number * number': ['number', (a, b) => clean(a * b)],
    'number / number': ['number', (a, b) => a / b],
    'number ^ number': ['number', (a, b) => a ** b],
    'date + number': ['date', (a, b) => a + Math.floor(b)],
    'number + date': ['date', (a, b) => Math.floor(a) + b],
    'date - number': ['date', (a, b) => a - Math.floor(b)],
    'date - date': ['number', (a, b) => a - b],
    'datetime + number': ['datetime', (a, b) => a + Math.round(b * DAY)],
    'number + datetime': ['datetime', (a, b) => Math.round(a * DAY) + b],
    'datetime - number': ['datetime', (a, b) => a - Math.round(b * DAY)],
    'datetime - datetime': ['number', (a, b) => (a - b) / DAY],
    'time + number': ['time', (a, b) => wrapDay(a + b)],
    'time - number': ['time', (a, b) => wrapDay(a - b)],
    'time - time': ['number', (a, b) => wrapDay(a - b)],
};

/** Decimal sums and products keep decimal digits: 0.1 + 0.2 is 0.3. */
function clean(value: number): number {
    return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function wrapDay(milliseconds: number): number {
    return ((milliseconds % DAY) + DAY) % DAY;
}

/** A division by zero leaves the field empty and shows #Error! on pages. */
function finite(value: number): StoredValue {
    return Number.isFinite(value) ? value : null;
}
