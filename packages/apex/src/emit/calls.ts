import type { ApexType } from '../bind/types.ts';
import { bindingOf, type MethodCall, typeOf } from '../check/annotations.ts';
import type { Expression, MethodCallExpression } from '../syntax/ast.ts';
import { emitExpression, emitObject } from './expressions.ts';
import { fullName } from './descriptors.ts';
import { fieldPlace } from './names.ts';
import { convertedKey } from './operators.ts';
import { emitQueryArguments } from './queries.ts';
import { platformName, type UnitEmitter } from './unit-emitter.ts';

export function emitMethodCall(expression: MethodCallExpression, emitter: UnitEmitter): string {
    const binding = bindingOf(expression);
    // super() of a class without superclass: the constructor of Object, which does nothing
    if (binding === undefined && expression.name.text.toLowerCase() === 'super') return 'undefined';
    if (binding?.kind !== 'method') throw new Error(`A call was emitted that was never bound: ${expression.name.text}`);
    const code = emitCall(expression, binding.call, emitter);
    return binding.call.resultIsBoxed ? `$.unboxDouble(${code})` : code;
}

function emitCall(expression: MethodCallExpression, call: MethodCall, emitter: UnitEmitter): string {
    const { method } = call;
    switch (call.dispatch) {
        case 'library':
            return emitLibraryCall(expression, call, emitter);
        case 'recordStatic': {
            const object = emitter.sobjectReference(call.info as NonNullable<typeof call.info>);
            const list = [JSON.stringify(method.signature), object, ...argumentsOf(expression, emitter)];
            return `$.recordStatic(${list.join(', ')})`;
        }
        case 'fieldError':
            return emitFieldError(expression, emitter);
        case 'constructor': {
            const list = argumentsOf(expression, emitter);
            const key = emitter.key(method);
            if (method.owner.origin === 'platform') return `super.${method.key}(${list.join(', ')})`;
            if (expression.name.text.toLowerCase() === 'super') return emitter.call(`super.${key}(${list.join(', ')})`);
            // a subclass may have a constructor with the same parameters: this one is meant
            const own = emitter.type === null ? 'undefined' : emitter.classReference(emitter.type);
            return emitter.call(`${own}.prototype.${key}.call(${['this', ...list].join(', ')})`);
        }
        case 'super':
            return emitter.call(`super.${emitter.key(method)}(${argumentsOf(expression, emitter).join(', ')})`);
        case 'direct':
        case 'interface': {
            if (isFuture(method)) return emitFutureCall(expression, method, emitter);
            const receiver = receiverOf(expression, call, emitter);
            const list = argumentsOf(expression, emitter).join(', ');
            if (method.owner.origin === 'platform') return emitPlatformAnswer(receiver, method.key, list, emitter);
            return emitter.call(`${receiver}.${emitter.key(method)}(${list})`);
        }
    }
}

/**
 * A platform interface may be answered by an emitted class, which has both shapes, or by an object of the runtime,
 * which has only the plain one.
 */
function emitPlatformAnswer(receiver: string, key: string, list: string, emitter: UnitEmitter): string {
    if (emitter.shape === 'plain') return `${receiver}.${key}(${list})`;
    const separator = list === '' ? '' : ', ';
    return `(yield* $.answer(${receiver}, ${JSON.stringify(key)}${separator}${list}))`;
}

function isFuture(method: MethodCall['method']): boolean {
    return method.annotations.some(({ name }) => name.toLowerCase() === 'future');
}

/** A call of an `@future` method only enqueues it. */
function emitFutureCall(expression: MethodCallExpression, method: MethodCall['method'], emitter: UnitEmitter): string {
    const values = expression.arguments.map((argument) => boxedArgument(argument, emitter));
    const name = JSON.stringify(fullName(method.owner));
    const list = [name, JSON.stringify(method.key), `[${values.join(', ')}]`].join(', ');
    return emitter.shape === 'generator' ? `(yield* $.callFuture$$(${list}))` : `$.callFuture(${list})`;
}

function boxedArgument(argument: Expression, emitter: UnitEmitter): string {
    const code = emitExpression(argument, emitter);
    return convertedKey(argument) === 'system.double' ? `$.boxDouble(${code})` : code;
}

function receiverOf(expression: MethodCallExpression, call: MethodCall, emitter: UnitEmitter): string {
    const { method } = call;
    if (method.static) return emitter.classReference(method.owner);
    if (call.implicit || expression.receiver === null) return 'this';
    return emitObject(expression.receiver, emitter, expression.safe);
}

function argumentsOf(expression: MethodCallExpression, emitter: UnitEmitter): string[] {
    return expression.arguments.map((argument) => emitExpression(argument, emitter));
}

function emitLibraryCall(expression: MethodCallExpression, call: MethodCall, emitter: UnitEmitter): string {
    const { method } = call;
    if (method.owner.origin === 'source') return emitEnumCall(expression, call, emitter);
    const isBuiltInEnum = method.owner.kind === 'enum';
    if (isBuiltInEnum && !method.static) return emitEnumCall(expression, call, emitter);
    if (isBuiltInEnum) {
        const list = argumentsOf(expression, emitter);
        return `$.platformEnum_${method.name.toLowerCase()}(${[JSON.stringify(platformName(method.owner)), ...list].join(', ')})`;
    }
    const kind = method.static ? 'statics' : 'methods';
    const { name, blocking } = emitter.library(kind, platformName(method.owner), method.signature, expression);
    const list = locatorArguments(expression, method, emitter) ?? argumentsOf(expression, emitter);
    if (!method.static) list.unshift(instanceReceiver(expression, call, emitter));
    if (call.bindable !== undefined) list.push(bindMap(call.bindable, emitter));
    const code = `${name}(${list.join(', ')})`;
    return blocking ? `(yield* ${code})` : code;
}

/** `Database.getQueryLocator([SELECT ...])` does not run the query: the locator is given its text and binds. */
function locatorArguments(
    { arguments: given }: MethodCallExpression,
    method: MethodCall['method'],
    emitter: UnitEmitter,
): string[] | null {
    const [query, ...rest] = given;
    if (query?.kind !== 'SoqlExpression' || !LOCATORS.has(method.name.toLowerCase())) return null;
    if (method.owner.key !== 'system.database') return null;
    return [...emitQueryArguments(query, emitter), ...rest.map((argument) => emitExpression(argument, emitter))];
}

const LOCATORS = new Set(['getquerylocator', 'getcursor']);

/** Values by lower-case name, in the form that an Object slot has. */
function bindMap(variables: NonNullable<MethodCall['bindable']>, emitter: UnitEmitter): string {
    const entries = variables.map((variable) => {
        const value = variable.kind === 'local' ? variable.emittedName : fieldPlace(variable, 'this', emitter);
        const boxed = variable.type.key === 'system.double' ? `$.boxDouble(${value})` : value;
        return `[${JSON.stringify(variable.name.toLowerCase())}, ${boxed}]`;
    });
    return `new Map([${entries.join(', ')}])`;
}

function instanceReceiver(expression: MethodCallExpression, call: MethodCall, emitter: UnitEmitter): string {
    if (call.implicit || expression.receiver === null || expression.receiver.kind === 'SuperExpression') return 'this';
    const code = emitObject(expression.receiver, emitter, expression.safe);
    return isDoubleSlot(typeOf(expression.receiver), call) ? `$.boxDouble(${code})` : code;
}

/** The methods of Object see every receiver as a value in an Object slot. */
function isDoubleSlot(type: ApexType, call: MethodCall): boolean {
    return type.key === 'system.double' && call.method.owner.key === 'system.object';
}

function emitEnumCall(expression: MethodCallExpression, call: MethodCall, emitter: UnitEmitter): string {
    const { method } = call;
    const name = method.name.toLowerCase();
    if (method.static) {
        const list = [JSON.stringify(method.owner.key), ...argumentsOf(expression, emitter)];
        return `$.enum_${name}(${list.join(', ')})`;
    }
    return `${emitObject(expression.receiver as Expression, emitter, expression.safe)}.${name}`;
}

/** `record.Field.addError(...)`: the error belongs to the field of the record, not to the field's value. */
function emitFieldError(expression: MethodCallExpression, emitter: UnitEmitter): string {
    const { receiver } = expression;
    const binding = receiver === null ? undefined : bindingOf(receiver);
    if (receiver?.kind !== 'FieldAccessExpression' || binding?.kind !== 'recordField') {
        emitter.diagnostics.unsupported(
            emitter.file,
            expression,
            'addError on something that is not a field of a record',
        );
        return 'null';
    }
    const list = [
        emitObject(receiver.object, emitter),
        JSON.stringify(binding.field.name),
        ...argumentsOf(expression, emitter),
    ];
    return `$.addFieldError(${list.join(', ')})`;
}
