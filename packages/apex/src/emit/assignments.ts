import type { ApexType } from '../bind/types.ts';
import { bindingOf, typeOf } from '../check/annotations.ts';
import type { AssignmentExpression, Expression, UpdateExpression } from '../syntax/ast.ts';
import { emitExpression, emitNonNull, emitObject } from './expressions.ts';
import { fieldPlace, isCalled, isPolymorphic } from './names.ts';
import { isNeverNull } from './nullness.ts';
import { arithmetic, convertedKey, textOperand } from './operators.ts';
import { platformName, type UnitEmitter } from './unit-emitter.ts';

/** A place that can be read and written, with what must be evaluated once before either. */
interface Place {
    /** Assignments of temporaries: the receiver, the index. */
    readonly setup: readonly string[];
    readonly read: string;
    write(value: string): string;
    /** Whether `write(...)` has the written value as its own value. */
    readonly writeIsValue: boolean;
}

/** `once`: the place is both read and written, so receivers are kept in temporaries. */
function placeOf(target: Expression, once: boolean, emitter: UnitEmitter): Place {
    const binding = bindingOf(target);
    if (target.kind === 'IndexExpression') return elementPlace(target, once, emitter);
    if (binding?.kind === 'local') return simplePlace(binding.variable.emittedName, []);
    const setup: string[] = [];
    const receiver =
        target.kind === 'FieldAccessExpression' ? keep(emitReceiver(target, emitter), once, setup, emitter) : 'this';
    switch (binding?.kind) {
        case 'field': {
            const { field } = binding;
            const place = fieldPlace(field, receiver, emitter);
            if (!isCalled(field, emitter)) return simplePlace(place, setup);
            const owner = field.static ? emitter.classReference(field.owner) : receiver;
            const suffix = emitter.shape === 'generator' ? '$$' : '';
            const name = `${field.name.toLowerCase()}${suffix}`;
            return {
                setup,
                read: emitter.call(`${owner}.get$${name}()`),
                write: (value) => emitter.call(`${owner}.set$${name}(${value})`),
                writeIsValue: false,
            };
        }
        case 'libraryField': {
            if (binding.field.static) {
                const { name } = emitter.library(
                    'staticFields',
                    platformName(binding.field.owner),
                    binding.field.name,
                    target,
                );
                return { setup, read: `${name}()`, write: (value) => `${name}.set(${value})`, writeIsValue: false };
            }
            const { name } = emitter.library('fields', platformName(binding.field.owner), binding.field.name, target);
            return {
                setup,
                read: `${name}.get(${receiver})`,
                write: (value) => `${name}.set(${receiver}, ${value})`,
                writeIsValue: false,
            };
        }
        case 'recordField': {
            const { field } = binding;
            const dynamic = target.kind === 'FieldAccessExpression' && isPolymorphic(target.object);
            return {
                setup,
                read: dynamic
                    ? `$.getDynamic(${receiver}, ${JSON.stringify(field.name)})`
                    : `$.getField(${receiver}, ${field.slot})`,
                write: (value) =>
                    dynamic
                        ? `$.putDynamic(${receiver}, ${JSON.stringify(field.name)}, ${value})`
                        : `$.setField(${receiver}, ${field.slot}, ${value})`,
                writeIsValue: false,
            };
        }
        case 'recordParent': {
            const name = JSON.stringify(binding.lookup.relationshipName ?? '');
            return {
                setup,
                read: `$.getParent(${receiver}, ${name})`,
                write: (value) => `$.setParent(${receiver}, ${name}, ${value})`,
                writeIsValue: false,
            };
        }
        default:
            throw new Error('An assignment was emitted whose target was never bound.');
    }
}

function emitReceiver(target: Extract<Expression, { kind: 'FieldAccessExpression' }>, emitter: UnitEmitter): string {
    const binding = bindingOf(target);
    const isStatic = (binding?.kind === 'field' || binding?.kind === 'libraryField') && binding.field.static;
    return isStatic ? '' : emitObject(target.object, emitter);
}

function keep(code: string, once: boolean, setup: string[], emitter: UnitEmitter): string {
    if (!once || code === '' || /^[\w$]+$/.test(code)) return code;
    const name = emitter.temporary();
    setup.push(`${name} = ${code}`);
    return name;
}

function elementPlace(
    target: Extract<Expression, { kind: 'IndexExpression' }>,
    once: boolean,
    emitter: UnitEmitter,
): Place {
    const setup: string[] = [];
    const list = keep(emitObject(target.object, emitter), once, setup, emitter);
    const index = keep(emitNonNull(target.index, emitter), once, setup, emitter);
    const isDouble = typeOf(target).key === 'system.double';
    return {
        setup,
        read: isDouble ? `$.unboxDouble(${list}.get(${index}))` : `${list}.get(${index})`,
        write: (value) => `${list}.set(${index}, ${value})`,
        writeIsValue: false,
    };
}

function simplePlace(place: string, setup: readonly string[]): Place {
    return { setup, read: place, write: (value) => `${place} = ${value}`, writeIsValue: true };
}

/** `asValue`: the assignment's own value is used. */
export function emitAssignment(expression: AssignmentExpression, emitter: UnitEmitter, asValue: boolean): string {
    const compound = expression.operator !== '=';
    const place = placeOf(expression.target, compound, emitter);
    const value = compound ? compoundValue(expression, place.read, emitter) : emitExpression(expression.value, emitter);
    return store(place, value, asValue, emitter);
}

function store(place: Place, value: string, asValue: boolean, emitter: UnitEmitter): string {
    const steps = [...place.setup];
    if (!asValue || place.writeIsValue) steps.push(place.write(value));
    else {
        const kept = emitter.temporary();
        steps.push(`${kept} = ${value}`, place.write(kept), kept);
    }
    const code = steps.join(', ');
    return asValue || steps.length > 1 ? `(${code})` : code;
}

/** `x op= y` as `x op y` in x's own representation. */
function compoundValue(expression: AssignmentExpression, read: string, emitter: UnitEmitter): string {
    const operator = expression.operator.slice(0, -1);
    const type = typeOf(expression.target);
    if (operator === '+' && type.key === 'system.string')
        return `("" + ${read} + ${textOperand(expression.value, emitter)})`;
    const current = isNeverNull(expression.target) ? read : `$.nonNull(${read})`;
    return unboxedResult(
        arithmetic(operator, type, current, emitNonNull(expression.value, emitter), convertedKey(expression.value)),
        expression.target,
    );
}

/** An element of a List<Double> is stored boxed. */
function unboxedResult(code: string, target: Expression): string {
    return target.kind === 'IndexExpression' && typeOf(target).key === 'system.double' ? `$.boxDouble(${code})` : code;
}

export function emitUpdate(expression: UpdateExpression, emitter: UnitEmitter, asValue: boolean): string {
    const place = placeOf(expression.operand, true, emitter);
    const type = typeOf(expression.operand);
    const operator = expression.operator === '++' ? '+' : '-';
    const current = isNeverNull(expression.operand) ? place.read : `$.nonNull(${place.read})`;
    const next = (value: string): string =>
        unboxedResult(arithmetic(operator, type, value, one(type, emitter), type.key), expression.operand);
    if (!asValue || expression.prefix) return store(place, next(current), asValue, emitter);
    const before = emitter.temporary();
    return `(${[...place.setup, `${before} = ${current}`, place.write(next(before)), before].join(', ')})`;
}

function one(type: ApexType, emitter: UnitEmitter): string {
    if (type.key === 'system.long') return '1n';
    return type.key === 'system.decimal' ? emitter.hoist('d', '$.decimal("1")') : '1';
}
