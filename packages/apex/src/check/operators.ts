import type { FieldSymbol } from '../bind/symbols.ts';
import { type ApexType, errorType, substitute } from '../bind/types.ts';
import type {
    AssignmentExpression,
    BinaryExpression,
    ConditionalExpression,
    Expression,
    IndexExpression,
    UnaryExpression,
    UpdateExpression,
} from '../syntax/ast.ts';
import { bindingOf, setConversion, setType } from './annotations.ts';
import type { BodyContext, CheckedVariable } from './context.ts';
import { assignment, boxedDoubleFrom, castable, isNumeric, widerNumeric } from './conversions.ts';
import { checkExpression, convertTo } from './expressions.ts';
import { isSingleRecordQuery } from './queries.ts';
import { isWritable } from './visibility.ts';
import { typeName } from './wording.ts';

const ARITHMETIC = 'Arithmetic expressions must use numeric arguments';

export function checkBinary(expression: BinaryExpression, context: BodyContext): ApexType {
    const left = checkExpression(expression.left, context);
    const right = checkExpression(expression.right, context);
    if (left.kind === 'error' || right.kind === 'error') return setType(expression, errorOr(expression, context));
    return setType(expression, binaryType(expression, left, right, context));
}

function errorOr(expression: BinaryExpression, context: BodyContext): ApexType {
    return ['==', '!=', '===', '!==', '<', '<=', '>', '>=', '&&', '||'].includes(expression.operator)
        ? context.known.boolean
        : errorType;
}

function binaryType(expression: BinaryExpression, left: ApexType, right: ApexType, context: BodyContext): ApexType {
    const { operator } = expression;
    switch (operator) {
        case '&&':
        case '||':
            if (!isBoolean(left) || !isBoolean(right))
                context.error(expression, 'Logical operator can only be applied to Boolean');
            return context.known.boolean;
        case '==':
        case '!=':
        case '===':
        case '!==':
            return checkEquality(expression, left, right, context);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return checkOrder(expression, left, right, context);
        case '??':
            return checkCoalescing(expression, left, right, context);
        case '&':
        case '|':
        case '^':
            return checkBitwise(expression, left, right, context);
        case '<<':
        case '>>':
        case '>>>':
            if (!isIntegral(left) || !isIntegral(right))
                context.error(expression, 'Shift expressions must use integer or long arguments');
            return left;
        default:
            return checkArithmetic(expression, operator, expression.left, expression.right, left, right, context);
    }
}

/** The type of `left operator right`; also of the compound assignments. Notes the widening of both operands. */
export function checkArithmetic(
    at: Expression,
    operator: string,
    leftExpression: Expression,
    rightExpression: Expression,
    left: ApexType,
    right: ApexType,
    context: BodyContext,
): ApexType {
    const { known } = context;
    if (operator === '+' && (left.key === 'system.string' || right.key === 'system.string')) {
        if (left.kind === 'void' || right.kind === 'void') context.error(at, ARITHMETIC);
        boxForText(leftExpression, left);
        boxForText(rightExpression, right);
        return known.string;
    }
    const dateType = dateArithmetic(operator, left, right, context);
    if (dateType !== undefined) return dateType;
    if (!isNumeric(left) || !isNumeric(right)) {
        context.error(at, ARITHMETIC);
        return errorType;
    }
    const type = widerNumeric(left, right);
    widen(leftExpression, left, type);
    widen(rightExpression, right, type);
    return type;
}

function boxForText(expression: Expression, type: ApexType): void {
    if (type.key === 'system.double') setConversion(expression, 'boxDouble');
}

/** Date plus days, Datetime plus days or a fraction of one, Time plus milliseconds. */
function dateArithmetic(operator: string, left: ApexType, right: ApexType, context: BodyContext): ApexType | undefined {
    if (operator !== '+' && operator !== '-') return undefined;
    const { known } = context;
    if (left === known.date && isIntegral(right)) return known.date;
    if (left === known.datetime && isNumeric(right)) return known.datetime;
    if (left === known.time && isIntegral(right)) return known.time;
    return undefined;
}

export function widen(expression: Expression, from: ApexType, to: ApexType): void {
    setConversion(expression, assignment(from, to)?.conversion ?? null);
}

function checkEquality(expression: BinaryExpression, left: ApexType, right: ApexType, context: BodyContext): ApexType {
    const exact = expression.operator === '===' || expression.operator === '!==';
    if (
        left.kind === 'void' ||
        right.kind === 'void' ||
        !(comparable(left, right) || (exact && castable(left, right)))
    ) {
        context.error(
            expression,
            `Comparison arguments must be compatible types: ${typeName(left)}, ${typeName(right)}`,
        );
    }
    unify(expression, left, right);
    return context.known.boolean;
}

function comparable(left: ApexType, right: ApexType): boolean {
    if (isNumeric(left) && isNumeric(right)) return true;
    return castable(left, right);
}

/** Brings both sides to one representation: numbers to the wider type, dates to datetimes, doubles into boxes. */
function unify(expression: BinaryExpression, left: ApexType, right: ApexType): void {
    if (isNumeric(left) && isNumeric(right)) {
        const type = widerNumeric(left, right);
        widen(expression.left, left, type);
        widen(expression.right, right, type);
        return;
    }
    if (left.key === 'system.date' && right.key === 'system.datetime') setConversion(expression.left, 'dateToDatetime');
    if (left.key === 'system.datetime' && right.key === 'system.date')
        setConversion(expression.right, 'dateToDatetime');
    if (left.key === 'system.double' && right.kind !== 'null') setConversion(expression.left, 'boxDouble');
    if (right.key === 'system.double' && left.kind !== 'null') setConversion(expression.right, 'boxDouble');
    if (left.key === 'system.id' && right.key === 'system.string') return;
}

function checkOrder(expression: BinaryExpression, left: ApexType, right: ApexType, context: BodyContext): ApexType {
    const ordered = (type: ApexType): boolean =>
        type.kind === 'null' ||
        isNumeric(type) ||
        ['system.string', 'system.id', 'system.date', 'system.datetime', 'system.time'].includes(type.key);
    const wrong = [left, right].find((type) => !ordered(type));
    if (wrong !== undefined)
        context.error(expression, `Inequality operator not allowed for this type: ${typeName(wrong)}`);
    else if (!comparable(left, right)) {
        context.error(
            expression,
            `Comparison arguments must be compatible types: ${typeName(left)}, ${typeName(right)}`,
        );
    }
    unify(expression, left, right);
    return context.known.boolean;
}

function checkBitwise(expression: BinaryExpression, left: ApexType, right: ApexType, context: BodyContext): ApexType {
    if (isBoolean(left) && isBoolean(right)) return context.known.boolean;
    if (!isIntegral(left) || !isIntegral(right)) {
        context.error(expression, 'Bitwise operators must use integer, long or Boolean arguments');
        return left;
    }
    const type = widerNumeric(left, right);
    widen(expression.left, left, type);
    widen(expression.right, right, type);
    return type;
}

function checkCoalescing(
    expression: BinaryExpression,
    left: ApexType,
    right: ApexType,
    context: BodyContext,
): ApexType {
    if (isSingleRecordQuery(expression.left, right)) {
        setConversion(expression.left, 'singleRecordOrNull');
        return right;
    }
    const type = commonType(expression.left, expression.right, left, right);
    if (type !== undefined) return type;
    context.error(expression, `Incompatible types in null coalescing operator: ${typeName(left)}, ${typeName(right)}`);
    return errorType;
}

export function checkConditional(expression: ConditionalExpression, context: BodyContext): ApexType {
    checkCondition(expression.condition, context);
    const left = checkExpression(expression.then, context);
    const right = checkExpression(expression.else, context);
    const type = commonType(expression.then, expression.else, left, right);
    if (type !== undefined) return setType(expression, type);
    context.error(expression, `Incompatible types in ternary operator: ${typeName(left)}, ${typeName(right)}`);
    return setType(expression, errorType);
}

/** The type that both branches have, or that one of them can be brought to. */
function commonType(
    leftExpression: Expression,
    rightExpression: Expression,
    left: ApexType,
    right: ApexType,
): ApexType | undefined {
    if (left.kind === 'error' || right.kind === 'error') return errorType;
    if (left.kind === 'null') return right;
    if (right.kind === 'null') return left;
    if (isSingleRecordQuery(leftExpression, right)) {
        setConversion(leftExpression, 'singleRecord');
        return right;
    }
    if (isSingleRecordQuery(rightExpression, left)) {
        setConversion(rightExpression, 'singleRecord');
        return left;
    }
    const toLeft = assignment(right, left);
    const toRight = assignment(left, right);
    if (isNumeric(left) && isNumeric(right)) {
        const type = widerNumeric(left, right);
        widen(leftExpression, left, type);
        widen(rightExpression, right, type);
        return type;
    }
    if (toLeft !== null) {
        setConversion(rightExpression, toLeft.conversion);
        return left;
    }
    if (toRight !== null) {
        setConversion(leftExpression, toRight.conversion);
        return right;
    }
    return undefined;
}

export function checkCondition(expression: Expression, context: BodyContext): void {
    const type = checkExpression(expression, context);
    if (type.kind === 'null' || (type.kind !== 'error' && !isBoolean(type))) {
        context.error(expression, `Condition expression must be of type Boolean: ${typeName(type)}`);
    }
}

export function checkUnary(expression: UnaryExpression, context: BodyContext): ApexType {
    const type = checkExpression(expression.operand, context);
    if (type.kind === 'error') return setType(expression, type);
    switch (expression.operator) {
        case '!':
            if (!isBoolean(type)) context.error(expression, '! operator can only be applied to boolean expressions');
            return setType(expression, context.known.boolean);
        case '~':
            if (!isIntegral(type))
                context.error(expression, 'Bitwise operators must use integer, long or Boolean arguments');
            return setType(expression, type);
        default:
            if (!isNumeric(type)) context.error(expression, 'Unary negation must use a numeric argument');
            return setType(expression, type);
    }
}

export function checkUpdate(expression: UpdateExpression, context: BodyContext): ApexType {
    const type = checkExpression(expression.operand, context);
    if (type.kind !== 'error' && !isNumeric(type)) {
        const position = expression.prefix ? 'prefix' : 'postfix';
        context.error(
            expression,
            `Unary ${position} increment/decrement can only be applied to numeric expressions: ${typeName(type)}`,
        );
    }
    checkTarget(expression.operand, context);
    const binding = bindingOf(expression.operand);
    if (binding?.kind === 'local') (binding.variable as CheckedVariable).assigned.push(expression);
    return setType(expression, type);
}

export function checkAssignment(expression: AssignmentExpression, context: BodyContext): ApexType {
    const target = checkExpression(expression.target, context);
    const value = checkExpression(expression.value, context);
    checkTarget(expression.target, context);
    const binding = bindingOf(expression.target);
    if (expression.operator === '=') {
        convertTo(expression.value, value, target, context);
        if (target.key === 'system.double' && expression.target.kind === 'IndexExpression')
            setConversion(expression.value, boxedDoubleFrom(value));
        if (binding?.kind === 'local') (binding.variable as CheckedVariable).assigned.push(expression.value);
        return setType(expression, target);
    }
    if (binding?.kind === 'local') (binding.variable as CheckedVariable).assigned.push(expression);
    if (target.kind === 'error' || value.kind === 'error') return setType(expression, target);
    checkCompound(expression, target, value, context);
    return setType(expression, target);
}

/** `x += y`: computed as `x + y`, then the result must fit back into x. */
function checkCompound(
    expression: AssignmentExpression,
    target: ApexType,
    value: ApexType,
    context: BodyContext,
): void {
    const operator = expression.operator.slice(0, -1);
    if (['&', '|', '^'].includes(operator) && isBoolean(target) && isBoolean(value)) return;
    if (['<<', '>>', '>>>', '&', '|', '^'].includes(operator)) {
        if (!isIntegral(target) || !isIntegral(value)) context.error(expression, ARITHMETIC);
        else if (!operator.includes('<') && !operator.includes('>')) widen(expression.value, value, target);
        return;
    }
    if (operator === '+' && target.key === 'system.string') {
        boxForText(expression.value, value);
        return;
    }
    if (dateArithmetic(operator, target, value, context) !== undefined) return;
    if (!isNumeric(target) || !isNumeric(value)) {
        context.error(expression, ARITHMETIC);
        return;
    }
    const type = widerNumeric(target, value);
    if (type !== target && assignment(type, target) === null) {
        context.error(expression, `Illegal assignment from ${typeName(type)} to ${typeName(target)}`);
        return;
    }
    widen(expression.value, value, target);
}

/** Reports what may not stand left of an assignment. */
function checkTarget(target: Expression, context: BodyContext): void {
    if (target.kind === 'IndexExpression') return;
    const binding = bindingOf(target);
    switch (binding?.kind) {
        case 'local':
        case 'recordField':
        case 'recordParent':
            return;
        case 'field':
        case 'libraryField': {
            const { field } = binding;
            if (!isWritable(field, context))
                context.error(target, `Variable is not visible: ${field.owner.displayName}.${field.name}`);
            else if (field.final && !initializesFinal(field, context)) {
                context.error(
                    target,
                    `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`,
                );
            }
            return;
        }
        case 'enumConstant':
            context.error(
                target,
                `Final members can only be assigned in their declaration, init blocks, or constructors: ${binding.name}`,
            );
            return;
        case undefined:
            if (target.kind === 'NameExpression' || target.kind === 'FieldAccessExpression') return;
            context.error(target, 'Expression cannot be assigned');
            return;
        default:
            context.error(target, 'Expression cannot be assigned');
    }
}

/** The platform's compiler asks where the assignment stands, not whose field it is. */
function initializesFinal(field: FieldSymbol, context: BodyContext): boolean {
    return context.body === 'initializer' || (context.body === 'constructor' && !field.static);
}

export function checkIndex(expression: IndexExpression, context: BodyContext): ApexType {
    const object = checkExpression(expression.object, context);
    const index = checkExpression(expression.index, context);
    if (object.kind === 'error') return setType(expression, errorType);
    if (object.kind !== 'class' || object.symbol.key !== 'system.list') {
        context.error(expression, `Expression must be a list type: ${typeName(object)}`);
        return setType(expression, errorType);
    }
    if (index.kind !== 'error' && index.key !== 'system.integer') {
        context.error(expression, `List index must be of type Integer: ${typeName(index)}`);
    }
    const element = object.arguments[0];
    return setType(expression, element === undefined ? errorType : substitute(element, [], []));
}

function isBoolean(type: ApexType): boolean {
    return type.key === 'system.boolean' || type.kind === 'null';
}

function isIntegral(type: ApexType): boolean {
    return type.key === 'system.integer' || type.key === 'system.long';
}
