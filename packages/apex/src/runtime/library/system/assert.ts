import { equalsForAssertion } from '../../equality.ts';
import { AssertionError } from '../../exceptions/uncatchable-error.ts';
import type { TypeLibrary } from '../../library.ts';
import { apexToString } from '../../to-string.ts';
import type { ApexType } from '../../apex-type.ts';

/** `Assertion Failed: <message>: <detail>`; the parts that there are none of are left out. */
export function failAssertion(message: unknown, detail: string | null): never {
    const parts = ['Assertion Failed'];
    if (message !== undefined && message !== null) parts.push(apexToString(message));
    const text = parts.join(': ');
    throw new AssertionError(detail === null ? text : `${text}: ${detail}`);
}

export function assertEqual(expected: unknown, actual: unknown, message?: unknown): void {
    if (equalsForAssertion(expected, actual)) return;
    failAssertion(message, `Expected: ${apexToString(expected)}, Actual: ${apexToString(actual)}`);
}

export function assertNotEqual(unexpected: unknown, actual: unknown, message?: unknown): void {
    if (equalsForAssertion(unexpected, actual)) failAssertion(message, `Same value: ${apexToString(unexpected)}`);
}

export function assertTrue(condition: boolean | null, message?: unknown): void {
    if (condition !== true) failAssertion(message, null);
}

function assertFalse(condition: boolean | null, message?: unknown): void {
    if (condition !== false) failAssertion(message, null);
}

function assertNull(value: unknown, message?: unknown): void {
    if (value !== null) failAssertion(message, `Expected: null, Actual: ${apexToString(value)}`);
}

function assertNotNull(value: unknown, message?: unknown): void {
    if (value === null) failAssertion(message, 'Expected: not null, Actual: null');
}

function assertInstance(value: unknown, type: ApexType, message?: unknown): void {
    if (!type.runtimeType.isInstance(value)) {
        failAssertion(message, `Expected: instance of type ${type.name}, Actual: ${apexToString(value)}`);
    }
}

function assertNotInstance(value: unknown, type: ApexType, message?: unknown): void {
    if (value !== null && type.runtimeType.isInstance(value)) {
        failAssertion(message, `Expected: not an instance of type ${type.name}`);
    }
}

/** The platform's `Assertion Failed` texts; the detail of null and instance checks is our wording. */
export const assertLibrary: TypeLibrary = {
    type: 'System.Assert',
    statics: {
        'areEqual(Object,Object)': assertEqual,
        'areEqual(Object,Object,String)': assertEqual,
        'areNotEqual(Object,Object)': assertNotEqual,
        'areNotEqual(Object,Object,String)': assertNotEqual,
        'fail()': () => failAssertion(null, null),
        'fail(String)': (message: string | null) => failAssertion(message, null),
        'isFalse(Boolean)': assertFalse,
        'isFalse(Boolean,String)': assertFalse,
        'isInstanceOfType(Object,Type)': assertInstance,
        'isInstanceOfType(Object,Type,String)': assertInstance,
        'isNotInstanceOfType(Object,Type)': assertNotInstance,
        'isNotInstanceOfType(Object,Type,String)': assertNotInstance,
        'isNotNull(Object)': assertNotNull,
        'isNotNull(Object,String)': assertNotNull,
        'isNull(Object)': assertNull,
        'isNull(Object,String)': assertNull,
        'isTrue(Boolean)': assertTrue,
        'isTrue(Boolean,String)': assertTrue,
    },
};
