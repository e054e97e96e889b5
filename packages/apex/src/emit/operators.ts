import type { ApexType } from '../bind/types.ts';
import { conversionOf, typeOf } from '../check/annotations.ts';
import type { BinaryExpression, Expression, UnaryExpression } from '../syntax/ast.ts';
import { emitCondition, emitExpression, emitNonNull } from './expressions.ts';
import { isNeverNull } from './nullness.ts';
import type { UnitEmitter } from './unit-emitter.ts';

const BY_CONVERSION: Readonly<Record<string, string>> = {
    integerToLong: 'system.long',
    integerToDouble: 'system.double',
    integerToDecimal: 'system.decimal',
    longToDouble: 'system.double',
    longToDecimal: 'system.decimal',
    doubleToDecimal: 'system.decimal',
    decimalToDouble: 'system.double',
    dateToDatetime: 'system.datetime',
    boxDouble: 'boxed',
    decimalToBoxedDouble: 'boxed',
    longToBoxedDouble: 'boxed',
};

/** The type key of an operand after its conversion. */
export function convertedKey(expression: Expression): string {
    const conversion = conversionOf(expression);
    return (conversion === undefined ? undefined : BY_CONVERSION[conversion]) ?? typeOf(expression).key;
}

export function emitBinary(expression: BinaryExpression, emitter: UnitEmitter): string {
    const { operator, left, right } = expression;
    switch (operator) {
        case '&&':
        case '||':
            return `(${emitCondition(left, emitter)} ${operator} ${emitCondition(right, emitter)})`;
        case '??':
            return `(${emitExpression(left, emitter)} ?? ${emitExpression(right, emitter)})`;
        case '==':
        case '!=':
        case '===':
        case '!==':
            return emitEquality(expression, emitter);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return emitOrder(expression, emitter);
        default:
            return emitArithmetic(operator, left, right, typeOf(expression), emitter);
    }
}

export function emitArithmetic(
    operator: string,
    left: Expression,
    right: Expression,
    type: ApexType,
    emitter: UnitEmitter,
): string {
    if (operator === '+' && type.key === 'system.string') return emitConcatenation(left, right, emitter);
    const leftCode = emitNonNull(left, emitter);
    const rightCode = emitNonNull(right, emitter);
    return arithmetic(operator, type, leftCode, rightCode, convertedKey(right));
}

/** `left operator right` on JavaScript texts whose values are not null and have the representation of `type`. */
export function arithmetic(operator: string, type: ApexType, left: string, right: string, rightKey: string): string {
    switch (type.key) {
        case 'system.integer':
            return integerArithmetic(operator, left, rightKey === 'system.long' ? `Number(${right})` : right);
        case 'system.long':
            return `$.${operationName(operator)}Longs(${left}, ${isShift(operator) && rightKey !== 'system.long' ? `BigInt(${right})` : right})`;
        case 'system.double':
            return operator === '/' ? `$.divideDoubles(${left}, ${right})` : `(${left} ${operator} ${right})`;
        case 'system.decimal':
            return `${left}.${operationName(operator)}(${right})`;
        case 'system.boolean':
            return `(${left} ${operator === '^' ? '!==' : operator} ${right})${operator === '^' ? '' : ' !== 0'}`;
        case 'system.date':
            return `$.addToDate(${left}, ${operator === '-' ? '-' : ''}${rightKey === 'system.long' ? `Number(${right})` : right})`;
        case 'system.datetime':
            return `$.addToDatetime(${left}, ${right}, ${operator === '-' ? -1 : 1})`;
        case 'system.time':
            return `$.addToTime(${left}, ${right}, ${operator === '-' ? -1 : 1})`;
        default:
            throw new Error(`No arithmetic on ${type.key}.`);
    }
}

function integerArithmetic(operator: string, left: string, right: string): string {
    switch (operator) {
        case '*':
            return `Math.imul(${left}, ${right})`;
        case '/':
            return `$.divideIntegers(${left}, ${right})`;
        case '%':
            return `$.remainderOfIntegers(${left}, ${right})`;
        case '>>>':
            return `((${left} >>> ${right}) | 0)`;
        case '+':
        case '-':
            return `((${left} ${operator} ${right}) | 0)`;
        default:
            return `(${left} ${operator} ${right})`;
    }
}

function isShift(operator: string): boolean {
    return operator === '<<' || operator === '>>' || operator === '>>>';
}

function operationName(operator: string): string {
    const names: Readonly<Record<string, string>> = {
        '+': 'add',
        '-': 'subtract',
        '*': 'multiply',
        '/': 'divide',
        '%': 'remainder',
        '&': 'and',
        '|': 'or',
        '^': 'xor',
        '<<': 'shiftLeft',
        '>>': 'shiftRight',
        '>>>': 'shiftRightUnsigned',
    };
    return names[operator] ?? operator;
}

function emitConcatenation(left: Expression, right: Expression, emitter: UnitEmitter): string {
    const leftCode = textOperand(left, emitter);
    const rightCode = textOperand(right, emitter);
    // without a certain string on either side JavaScript would add two nulls to 0
    const certain =
        [left, right].some((side) => side.kind === 'LiteralExpression' && side.literalType === 'String') ||
        isConcatenation(left);
    return certain ? `(${leftCode} + ${rightCode})` : `("" + ${leftCode} + ${rightCode})`;
}

function isConcatenation(expression: Expression): boolean {
    return (
        expression.kind === 'BinaryExpression' &&
        expression.operator === '+' &&
        typeOf(expression).key === 'system.string'
    );
}

/** What JavaScript's own `+` prints as Apex does is left to it. */
export function textOperand(expression: Expression, emitter: UnitEmitter): string {
    const code = emitExpression(expression, emitter);
    const key = convertedKey(expression);
    const prints = ['system.string', 'system.id', 'system.integer', 'system.long', 'system.boolean'].includes(key);
    return prints ? code : `$.concatenated(${code})`;
}

function emitEquality(expression: BinaryExpression, emitter: UnitEmitter): string {
    const { operator, left, right } = expression;
    const negated = operator === '!=' || operator === '!==';
    const leftCode = emitExpression(left, emitter);
    const rightCode = emitExpression(right, emitter);
    const isNull = (side: Expression): boolean => typeOf(side).kind === 'null';
    if (isNull(left) || isNull(right)) return `(${leftCode} ${negated ? '!==' : '==='} ${rightCode})`;
    const sign = negated ? '!' : '';
    const keys = [convertedKey(left), convertedKey(right)];
    const exact = operator === '===' || operator === '!==';
    if (keys.every((key) => comparesAsIs(key)) && keys[0] === keys[1])
        return `(${leftCode} ${negated ? '!==' : '==='} ${rightCode})`;
    if (exact) return `${sign}$.exactEquals(${leftCode}, ${rightCode})`;
    if (keys.includes('system.id') && keys.every((key) => key === 'system.id' || key === 'system.string')) {
        return `${sign}$.equalIds(${leftCode}, ${rightCode})`;
    }
    if (keys.every((key) => key === 'system.string')) return `${sign}$.equalTexts(${leftCode}, ${rightCode})`;
    if (keys.every((key) => key === 'system.decimal')) return `${sign}$.equalDecimals(${leftCode}, ${rightCode})`;
    return `${sign}$.equalsOperator(${leftCode}, ${rightCode})`;
}

function comparesAsIs(key: string): boolean {
    return ['system.integer', 'system.long', 'system.double', 'system.boolean', 'system.id'].includes(key);
}

function emitOrder(expression: BinaryExpression, emitter: UnitEmitter): string {
    const { operator, left, right } = expression;
    const leftCode = emitExpression(left, emitter);
    const rightCode = emitExpression(right, emitter);
    const keys = [convertedKey(left), convertedKey(right)];
    if (keys.every((key) => key === 'system.integer' || key === 'system.double' || key === 'system.long')) {
        if (isNeverNull(left) && isNeverNull(right)) return `(${leftCode} ${operator} ${rightCode})`;
        return `$.${orderName(operator)}Numbers(${leftCode}, ${rightCode})`;
    }
    return `$.${orderName(operator)}${orderedKind(keys)}(${leftCode}, ${rightCode})`;
}

function orderedKind(keys: readonly string[]): string {
    if (keys.every((key) => key === 'system.decimal')) return 'Decimals';
    return keys.some((key) => key === 'system.string' || key === 'system.id') ? 'Texts' : 'Values';
}

function orderName(operator: string): string {
    switch (operator) {
        case '<':
            return 'less';
        case '<=':
            return 'lessOrEqual';
        case '>':
            return 'greater';
        default:
            return 'greaterOrEqual';
    }
}

export function emitUnary(expression: UnaryExpression, emitter: UnitEmitter): string {
    const value = emitNonNull(expression.operand, emitter);
    const { key } = typeOf(expression.operand);
    switch (expression.operator) {
        case '!':
            return `!${value}`;
        case '~':
            return key === 'system.long' ? `$.complementLong(${value})` : `(~${value})`;
        case '+':
            return value;
        case '-':
            if (key === 'system.integer')
                return expression.operand.kind === 'LiteralExpression' ? `(-${value} | 0)` : `((-${value}) | 0)`;
            return negated(key, value);
    }
}

function negated(key: string, value: string): string {
    if (key === 'system.long') return `$.negateLong(${value})`;
    return key === 'system.decimal' ? `${value}.negate()` : `(-${value})`;
}
