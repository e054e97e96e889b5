import type { FieldSymbol } from '../bind/symbols.ts';
import { type ApexType, errorType } from '../bind/types.ts';
import type { AssignmentExpression, Expression, IndexExpression } from '../syntax/ast.ts';
import { bindingOf, setConversion, setType } from './annotations.ts';
import { bitwiseSentence, dateArithmetic, reportArithmetic, shiftSentence, widen, widenText } from './arithmetic.ts';
import type { BodyContext, CheckedVariable } from './context.ts';
import { assignment, boxedDoubleFrom, isBoolean, isIntegral, isNumeric, widerNumeric } from './conversions.ts';
import { checkExpression, convertTo } from './expressions.ts';
import { isWritable } from './visibility.ts';
import { symbolName, typeName } from './wording.ts';

export function checkAssignment(expression: AssignmentExpression, context: BodyContext): ApexType {
    const target = checkExpression(expression.target, context);
    const value = checkExpression(expression.value, context);
    checkTarget(expression.target, context);
    if (expression.operator === '=') {
        convertTo(expression.value, value, target, context);
        if (target.key === 'system.double' && expression.target.kind === 'IndexExpression')
            setConversion(expression.value, boxedDoubleFrom(value));
        noteAssigned(expression.target, expression.value);
        return setType(expression, target);
    }
    noteAssigned(expression.target, expression);
    if (target.kind === 'error' || value.kind === 'error') return setType(expression, target);
    checkCompound(expression, target, value, context);
    return setType(expression, target);
}

/** For the null analysis of the emitter. */
export function noteAssigned(target: Expression, value: Expression): void {
    const binding = bindingOf(target);
    if (binding?.kind === 'local') (binding.variable as CheckedVariable).assigned.push(value);
}

/** `x += y`: computed as `x + y`, then the result must fit back into x. */
function checkCompound(
    expression: AssignmentExpression,
    target: ApexType,
    value: ApexType,
    context: BodyContext,
): void {
    const operator = expression.operator.slice(0, -1);
    const { known } = context;
    if (['&', '|', '^'].includes(operator)) {
        if (isBoolean(target) && isBoolean(value)) return;
        if (!isIntegral(target) || !isIntegral(value)) context.error(expression, bitwiseSentence(operator));
        else if (assignment(value, target) === null) reportMisfit(expression, value, target, context);
        else widen(expression.value, value, target);
        return;
    }
    if (operator.includes('<') || operator.includes('>')) {
        if (!isIntegral(target) || !isIntegral(value)) context.error(expression, shiftSentence(operator));
        return;
    }
    if (value.kind === 'void') {
        context.error(expression, 'Arithmetic expressions are not allowed on void types');
        return;
    }
    if (operator === '+' && (target === known.string || value === known.string)) {
        if (assignment(known.string, target) === null) reportMisfit(expression, known.string, target, context);
        else if (target !== known.string) context.unsupported(expression, `+= of a String on a ${typeName(target)}`);
        else widenText(expression.value, value);
        return;
    }
    if (dateArithmetic(operator, target, value, context) !== undefined) return;
    if (!isNumeric(target) || !isNumeric(value)) {
        reportArithmetic(expression, operator, target, value, context);
        return;
    }
    const type = widerNumeric(target, value);
    if (type !== target && assignment(type, target) === null) reportMisfit(expression, type, target, context);
    else widen(expression.value, value, target);
}

function reportMisfit(at: AssignmentExpression, from: ApexType, to: ApexType, context: BodyContext): void {
    context.error(at, `Illegal assignment from ${typeName(from)} to ${typeName(to)}`);
}

/** Reports what may not stand left of an assignment. */
export function checkTarget(target: Expression, context: BodyContext): void {
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
                context.error(target, `Variable is not visible: ${symbolName(field.owner)}.${field.name}`);
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
    if (index.kind !== 'error' && index.key !== 'system.integer') {
        context.error(expression, `List index must be of type Integer: ${typeName(index)}`);
    }
    if (object.kind !== 'class' || object.symbol.key !== 'system.list') {
        context.error(expression, `Expression must be a list type: ${typeName(object)}`);
        return setType(expression, errorType);
    }
    const element = object.arguments[0];
    return setType(expression, element ?? errorType);
}
