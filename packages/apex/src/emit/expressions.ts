import type { ApexType } from '../bind/types.ts';
import { type Conversion, conversionOf, targetOf, typeOf } from '../check/annotations.ts';
import type { Expression, LiteralExpression } from '../syntax/ast.ts';
import { emitAssignment, emitUpdate } from './assignments.ts';
import { emitMethodCall } from './calls.ts';
import { emitNewCollection, emitNewObject } from './creation.ts';
import { emitFieldAccess, emitName } from './names.ts';
import { isNeverNull } from './nullness.ts';
import { emitBinary, emitUnary } from './operators.ts';
import { emitQuery, emitSearch } from './queries.ts';
import type { UnitEmitter } from './unit-emitter.ts';

/** The JavaScript for an expression, in the representation that its parent uses (conversion applied). */
export function emitExpression(expression: Expression, emitter: UnitEmitter): string {
    const conversion = conversionOf(expression);
    if (conversion === undefined) return emitValue(expression, emitter);
    return convert(expression, conversion, emitter);
}

function convert(expression: Expression, conversion: Conversion, emitter: UnitEmitter): string {
    if (conversion === 'integerToLong' && isDigits(expression)) return `${expression.value}n`;
    if (conversion === 'integerToDecimal' && isDigits(expression))
        return decimalConstant(String(expression.value), emitter);
    const value = emitValue(expression, emitter);
    if (conversion === 'parentOfType') return `$.castTo(${value}, ${emitter.typeReference(targetOf(expression))})`;
    // an Integer and a Double are both JavaScript numbers
    if (conversion === 'integerToDouble') return value;
    return `$.${conversion}(${value})`;
}

function isDigits(expression: Expression): expression is LiteralExpression {
    return expression.kind === 'LiteralExpression' && expression.literalType === 'Integer';
}

/** As `emitExpression`, and throws a NullPointerException where the value is null. */
export function emitNonNull(expression: Expression, emitter: UnitEmitter): string {
    const code = emitExpression(expression, emitter);
    return isNeverNull(expression) ? code : `$.nonNull(${code})`;
}

export function emitCondition(expression: Expression, emitter: UnitEmitter): string {
    return emitNonNull(expression, emitter);
}

function emitValue(expression: Expression, emitter: UnitEmitter): string {
    switch (expression.kind) {
        case 'LiteralExpression':
            return emitLiteral(expression, emitter);
        case 'NameExpression':
            return emitName(expression, emitter);
        case 'FieldAccessExpression':
            return inChain(expression, emitter, () => emitFieldAccess(expression, emitter));
        case 'MethodCallExpression':
            return inChain(expression, emitter, () => emitMethodCall(expression, emitter));
        case 'ThisExpression':
            return 'this';
        case 'SuperExpression':
            return 'super';
        case 'IndexExpression':
            return inChain(expression, emitter, () => {
                const element = `${emitObject(expression.object, emitter)}.get(${emitNonNull(expression.index, emitter)})`;
                return typeOf(expression).key === 'system.double' ? `$.unboxDouble(${element})` : element;
            });
        case 'NewObjectExpression':
            return emitNewObject(expression, emitter);
        case 'NewCollectionExpression':
            return emitNewCollection(expression, emitter);
        case 'UnaryExpression':
            return emitUnary(expression, emitter);
        case 'UpdateExpression':
            return emitUpdate(expression, emitter, true);
        case 'BinaryExpression':
            return emitBinary(expression, emitter);
        case 'AssignmentExpression':
            return emitAssignment(expression, emitter, true);
        case 'ConditionalExpression': {
            const condition = emitCondition(expression.condition, emitter);
            return `(${condition} ? ${emitExpression(expression.then, emitter)} : ${emitExpression(expression.else, emitter)})`;
        }
        case 'CastExpression':
            return emitCast(expression.expression, targetOf(expression), emitter);
        case 'InstanceOfExpression':
            return `$.instanceOf(${emitExpression(expression.expression, emitter)}, ${emitter.typeReference(targetOf(expression))})`;
        case 'ClassLiteralExpression':
            return `$.typeToken(${emitter.typeReference(targetOf(expression))})`;
        case 'SoqlExpression':
            return emitQuery(expression, emitter);
        case 'SoslExpression':
            return emitSearch(expression, emitter);
    }
}

function emitLiteral(literal: LiteralExpression, emitter: UnitEmitter): string {
    switch (literal.literalType) {
        case 'Integer':
        case 'Double':
            return String(Number(literal.value));
        case 'Long':
            return `${literal.value}n`;
        case 'Decimal':
            return decimalConstant(String(literal.value), emitter);
        case 'String':
            return JSON.stringify(literal.value);
        default:
            return String(literal.value);
    }
}

function decimalConstant(text: string, emitter: UnitEmitter): string {
    return emitter.hoist('d', `$.decimal(${JSON.stringify(text)})`);
}

function emitCast(operand: Expression, target: ApexType, emitter: UnitEmitter): string {
    const from = typeOf(operand);
    const value = emitExpression(operand, emitter);
    if (conversionOf(operand) === 'singleRecord' || from.key === target.key) return value;
    const numeric = numericCast(from.key, target.key, value);
    if (numeric !== undefined) return numeric;
    const boxed = from.key === 'system.double' ? `$.boxDouble(${value})` : value;
    return `$.castTo(${boxed}, ${emitter.typeReference(target)})`;
}

function numericCast(from: string, target: string, value: string): string | undefined {
    const names: Readonly<Record<string, string>> = {
        'system.integer': 'Integer',
        'system.long': 'Long',
        'system.double': 'Double',
        'system.decimal': 'Decimal',
    };
    const fromName = names[from];
    const targetName = names[target];
    if (fromName === undefined || targetName === undefined) return undefined;
    if (fromName === 'Integer' && targetName === 'Double') return value;
    return `$.${fromName.toLowerCase()}To${targetName}(${value})`;
}

// ------------------------------------------------------------------------------------------------ safe navigation

const guards = new WeakMap<UnitEmitter, string[][]>();

/**
 * `a?.b.c`: where `a` is null the whole chain is null and nothing right of `?.` is evaluated. The outermost link of a
 * chain collects the tests that its inner links ask for and stands behind them.
 */
function inChain(expression: Expression, emitter: UnitEmitter, emit: () => string): string {
    const stack = guards.get(emitter) ?? [];
    guards.set(emitter, stack);
    if (!chainLinks.has(expression)) {
        stack.push([]);
        const code = emit();
        const tests = stack.pop() ?? [];
        return tests.length === 0 ? code : `(${tests.join(' || ')} ? null : ${code})`;
    }
    return emit();
}

const chainLinks = new WeakSet<Expression>();

/** What stands before a dot; with `safe` the chain ends here when it is null. */
export function emitObject(object: Expression, emitter: UnitEmitter, safe = false): string {
    // `(a?.b).c` ends the chain at the parenthesis
    if (!('parenthesized' in object && object.parenthesized)) chainLinks.add(object);
    const code = emitExpression(object, emitter);
    const tests = guards.get(emitter)?.at(-1);
    if (!safe || tests === undefined) return code;
    const temporary = emitter.temporary();
    tests.push(`(${temporary} = ${code}) === null`);
    return temporary;
}
