/** Verdicts and sentences of the platform's own compiler for the same text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsInStatements } from './class-errors.ts';

test('null is no operand of && and ||, a Boolean that is null is', () => {
    assert.deepEqual(errorsInStatements('Boolean a; Boolean b = a && null;'), [
        'Comparison arguments must be compatible types: Boolean, NULL',
    ]);
    assert.deepEqual(errorsInStatements('Boolean a; Boolean b = null || a;'), [
        'Comparison arguments must be compatible types: NULL, Boolean',
    ]);
    assert.deepEqual(errorsInStatements('Boolean a = null; Boolean b = a && a;'), []);
});

test('only == and != take null', () => {
    assert.deepEqual(errorsInStatements('Integer a; Boolean b = a == null || a != null;'), []);
    assert.deepEqual(errorsInStatements('Integer a; Boolean b = a < null;'), [
        'Comparison arguments must be compatible types: Integer, NULL',
    ]);
});
