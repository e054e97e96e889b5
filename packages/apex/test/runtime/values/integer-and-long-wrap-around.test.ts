import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as integers from '../../../src/runtime/values/integer.ts';
import * as longs from '../../../src/runtime/values/long.ts';
import { apexErrorOf } from '../apex-errors.ts';

const LARGEST = 2147483647;
const SMALLEST = -2147483648;

test('Integer arithmetic keeps the low 32 bits', () => {
    assert.equal(integers.addIntegers(LARGEST, 1), SMALLEST);
    assert.equal(integers.subtractIntegers(SMALLEST, 1), LARGEST);
    assert.equal(integers.multiplyIntegers(123456789, 987654321), -67153019);
    assert.equal(integers.negateInteger(SMALLEST), SMALLEST);
    assert.equal(integers.divideIntegers(SMALLEST, -1), SMALLEST);
});

test('Integer division truncates towards zero and the remainder has the sign of the dividend', () => {
    assert.equal(integers.divideIntegers(-7, 2), -3);
    assert.equal(integers.remainderOfIntegers(-7, 2), -1);
    assert.ok(Object.is(integers.remainderOfIntegers(-4, 2), 0));
    assert.ok(Object.is(integers.negateInteger(0), 0));
});

test('shifts take their distance modulo the width', () => {
    assert.equal(integers.shiftIntegerLeft(1, 33), 2);
    assert.equal(integers.shiftIntegerRight(-8, 1), -4);
    assert.equal(integers.shiftIntegerRightUnsigned(-1, 28), 15);
    assert.equal(integers.shiftIntegerRightUnsigned(-1, 0), -1);
    assert.equal(longs.shiftLongLeft(1n, 65n), 2n);
    assert.equal(longs.shiftLongRightUnsigned(-1n, 60n), 15n);
    assert.equal(longs.shiftLongRightUnsigned(-1n, 0n), -1n);
});

test('Long arithmetic keeps the low 64 bits', () => {
    assert.equal(longs.addLongs(longs.LARGEST_LONG, 1n), longs.SMALLEST_LONG);
    assert.equal(longs.multiplyLongs(longs.LARGEST_LONG, 3n), 9223372036854775805n);
    assert.equal(longs.divideLongs(longs.SMALLEST_LONG, -1n), longs.SMALLEST_LONG);
    assert.equal(longs.integerOfLong(4294967297n), 1);
});

test('dividing by zero is a MathException', () => {
    const divideByZero = 'System.MathException: Divide by 0';
    assert.equal(
        apexErrorOf(() => integers.divideIntegers(1, 0)),
        divideByZero,
    );
    assert.equal(
        apexErrorOf(() => integers.remainderOfIntegers(1, 0)),
        divideByZero,
    );
    assert.equal(
        apexErrorOf(() => longs.divideLongs(1n, 0n)),
        divideByZero,
    );
    assert.equal(
        apexErrorOf(() => longs.remainderOfLongs(1n, 0n)),
        divideByZero,
    );
});

test('null in arithmetic is a null dereference, not zero', () => {
    const dereference = 'System.NullPointerException: Attempt to de-reference a null object';
    assert.equal(
        apexErrorOf(() => integers.addIntegers(null, 1)),
        dereference,
    );
    assert.equal(
        apexErrorOf(() => integers.multiplyIntegers(1, null)),
        dereference,
    );
    assert.equal(
        apexErrorOf(() => longs.addLongs(1n, null)),
        dereference,
    );
});

test('text that is no number of the type is refused in the platform’s words', () => {
    assert.equal(integers.parseInteger('-2147483648'), SMALLEST);
    assert.equal(integers.parseInteger('+7'), 7);
    assert.equal(
        apexErrorOf(() => integers.parseInteger('x')),
        'System.TypeException: Invalid integer: x',
    );
    assert.equal(
        apexErrorOf(() => integers.parseInteger('2147483648')),
        'System.TypeException: Invalid integer: 2147483648',
    );
    assert.equal(
        apexErrorOf(() => integers.parseInteger('1.5')),
        'System.TypeException: Invalid integer: 1.5',
    );
    assert.equal(longs.parseLong('9223372036854775807'), longs.LARGEST_LONG);
    assert.equal(
        apexErrorOf(() => longs.parseLong('9223372036854775808')),
        'System.TypeException: Invalid long: 9223372036854775808',
    );
});
