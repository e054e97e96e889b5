import { findField, findLibraryFunction, findStaticField } from '../../src/runtime/library/index.ts';
import { drive, isBlocking } from '../../src/runtime/library.ts';
import type { Waiting } from '../../src/runtime/ports.ts';

/** Calls a static method of the library as the plain code shape does: `callStatic('System.JSON', 'serialize(Object)', 1)`. */
export function callStatic(type: string, signature: string, ...values: unknown[]): unknown {
    return call(type, 'statics', signature, values);
}

export function callMethod(self: unknown, type: string, signature: string, ...values: unknown[]): unknown {
    return call(type, 'methods', signature, [self, ...values]);
}

export function construct(type: string, signature: string, ...values: unknown[]): unknown {
    return call(type, 'constructors', signature, values);
}

export function readField(self: unknown, type: string, name: string): unknown {
    const field = findField(type, name);
    if (field === undefined) throw new Error(`The library has no ${type}.${name}`);
    return field.get(self as never);
}

export function readStatic(type: string, name: string): unknown {
    const field = findStaticField(type, name);
    if (field === undefined) throw new Error(`The library has no ${type}.${name}`);
    return field();
}

function call(
    type: string,
    kind: 'statics' | 'methods' | 'constructors',
    signature: string,
    values: unknown[],
): unknown {
    const body = findLibraryFunction(type, kind, signature);
    if (body === undefined) throw new Error(`The library has no ${type}.${signature}`);
    const result = body(...values);
    return isBlocking(body) ? drive(result as Generator<Waiting, unknown, void>) : result;
}
