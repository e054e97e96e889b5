import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { ApexMap } from '../../../src/runtime/collections/map.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callStatic } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

beforeEach(() => beginTransaction());

const read = (text: string): unknown => callStatic('System.JSON', 'deserializeUntyped(String)', text);

test('numbers take the smallest type that holds them', () => {
    assert.equal(read('2147483647'), 2147483647);
    assert.equal(read('2147483648'), 2147483648n);
    assert.equal(read('-9223372036854775808'), -9223372036854775808n);
    assert.ok(read('9223372036854775808') instanceof Decimal);
    assert.ok(read('1.0') instanceof Decimal);
    assert.equal(apexToString(read('1.2483e+2')), '124.83');
});

test('objects and arrays keep their order, nest, and may be empty', () => {
    const value = read(' { "b" : [ 1 , [ ] , { } ] , "a" : null, "c": true } ') as ApexMap;
    assert.equal(apexToString(value), '{b=(1, (), {}), a=null, c=true}');
    assert.equal(value.$type.name, 'Map<String,Object>');
});

test('escapes are read', () => {
    assert.equal(read('"\\u00e9\\n\\"\\/\\\\\\t"'), 'é\n"/\\\t');
});

test('malformed text is a JSONException that says where', () => {
    const errors: Record<string, string> = {
        '': 'No content to map to Object due to end of input',
        '{': 'Unexpected end-of-input: expected close marker for OBJECT (from [line:1, column:1]) at [line:1, column:2]',
        '[1': 'Unexpected end-of-input: expected close marker for ARRAY (from [line:1, column:1]) at [line:1, column:3]',
        '{a:1}':
            "Unexpected character ('a' (code 97)): was expecting double-quote to start field name at [line:1, column:3]",
        '{"a" 1}':
            "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at [line:1, column:7]",
        '[1 2]':
            "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:1, column:5]",
        '[\nfoo]': "Unrecognized token 'foo': was expecting 'null', 'true', 'false' or NaN at [line:2, column:1]",
    };
    for (const [text, message] of Object.entries(errors)) {
        assert.equal(
            apexErrorOf(() => read(text)),
            `System.JSONException: ${message}`,
            text,
        );
    }
    for (const text of ['[1,]', '{"a":}', '"open', '"\\x"', '"tab\t"', '[01]']) {
        assert.match(
            apexErrorOf(() => read(text)),
            /^System.JSONException: /,
            text,
        );
    }
});

test('null text is a null argument', () => {
    assert.equal(
        apexErrorOf(() => read(null as unknown as string)),
        'System.NullPointerException: Argument cannot be null.',
    );
});
