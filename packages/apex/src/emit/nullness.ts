import type { LocalVariable } from '../bind/symbols.ts';
import { bindingOf, typeOf } from '../check/annotations.ts';
import type { CheckedVariable } from '../check/context.ts';
import { isNumeric } from '../check/conversions.ts';
import type { Expression } from '../syntax/ast.ts';

/** Library methods of Integer or Boolean type that never answer null. */
const NEVER_NULL = new Set([
    'size',
    'length',
    'isempty',
    'contains',
    'containskey',
    'equals',
    'hashcode',
    'startswith',
    'endswith',
    'indexof',
    'ordinal',
    'mod',
    'charat',
]);

const decided = new WeakMap<LocalVariable, boolean>();
const undecided = new Set<LocalVariable>();

/**
 * Whether an expression of a primitive type can be shown not to be null, so that arithmetic on it needs no test: the
 * counter of a loop must stay a bare JavaScript number.
 */
export function isNeverNull(expression: Expression): boolean {
    switch (expression.kind) {
        case 'LiteralExpression':
            return expression.literalType !== 'null';
        case 'BinaryExpression':
            return expression.operator !== '??' || isNeverNull(expression.right);
        case 'UnaryExpression':
        case 'UpdateExpression':
        case 'InstanceOfExpression':
            return true;
        case 'AssignmentExpression':
            return expression.operator !== '=' || isNeverNull(expression.value);
        case 'ConditionalExpression':
            return isNeverNull(expression.then) && isNeverNull(expression.else);
        case 'MethodCallExpression': {
            const binding = bindingOf(expression);
            const isLibrary = binding?.kind === 'method' && binding.call.dispatch === 'library';
            return isLibrary && !expression.safe && NEVER_NULL.has(expression.name.text.toLowerCase());
        }
        case 'NameExpression': {
            const binding = bindingOf(expression);
            return binding?.kind === 'local' && isVariableNeverNull(binding.variable as CheckedVariable);
        }
        default:
            return false;
    }
}

function isVariableNeverNull(variable: CheckedVariable): boolean {
    const known = decided.get(variable);
    if (known !== undefined) return known;
    if (variable.fromOutside || variable.assigned.length === 0 || !isPrimitive(variable)) return false;
    // a variable assigned from itself (`i = i + 1`) is judged by its other assignments
    if (undecided.has(variable)) return true;
    undecided.add(variable);
    const result = variable.assigned.every((value) => isNumericResult(value) && isNeverNull(value));
    undecided.delete(variable);
    // below an assumption about another variable the answer may be too good to keep
    if (undecided.size === 0 || !result) decided.set(variable, result);
    return result;
}

function isPrimitive(variable: CheckedVariable): boolean {
    return isNumeric(variable.type) || variable.type.key === 'system.boolean';
}

function isNumericResult(expression: Expression): boolean {
    const type = typeOf(expression);
    return isNumeric(type) || type.key === 'system.boolean';
}
