import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import type { RoundingMode } from '../../../src/runtime/values/rounding.ts';
import { apexErrorOf } from '../apex-errors.ts';

const d = (text: string): Decimal => Decimal.literal(text);

test('sums have the larger scale, products the sum of the scales', () => {
    assert.equal(d('1.10').add(d('2.2')).toString(), '3.30');
    assert.equal(d('1.10').subtract(d('1.1')).toString(), '0.00');
    assert.equal(d('1.10').multiply(d('2.0')).toString(), '2.200');
    assert.equal(d('-0.5').multiply(d('0')).toString(), '0.0');
});

test('values beyond the safe integers stay exact', () => {
    assert.equal(d('9007199254740991').add(d('1')).toString(), '9007199254740992');
    assert.equal(d('9007199254740993').subtract(d('9007199254740992')).toString(), '1');
    assert.equal(d('123456789012345678901234567890').multiply(d('0.1')).toString(), '12345678901234567890123456789.0');
    assert.equal(d('9007199254740993').subtract(d('2')).small, 9007199254740991, 'and come back to the fast form');
});

// observed in orgs: force201.wordpress.com "Decimal scale"; 1/31 reported against another local runtime
test('a quotient has 33 significant digits, rounded half up', () => {
    assert.equal(d('1.0').divide(d('3.0')).toString(), '0.333333333333333333333333333333333');
    assert.equal(d('1').divide(d('3.0000')).toString(), '0.333333333333333333333333333333333');
    assert.equal(d('1').divide(d('31')).toString(), '0.0322580645161290322580645161290323');
    assert.equal(d('2').divide(d('3')).toString(), '0.666666666666666666666666666666667');
    assert.equal(d('1.0').divide(d('4.0')).toString(), '0.25');
});

test('dividing by zero is a MathException', () => {
    assert.equal(
        apexErrorOf(() => d('1').divide(d('0.00'))),
        'System.MathException: Divide by 0',
    );
});

test('divide with a scale rounds to it', () => {
    assert.equal(d('5').divideToScale(d('3'), 30, 'HALF_EVEN').toString(), '1.666666666666666666666666666667');
    assert.equal(d('19').divideToScale(d('100'), 3, 'HALF_EVEN').toString(), '0.190');
});

test('every rounding mode treats halves and signs as java.math.RoundingMode does', () => {
    const inputs = ['5.5', '2.5', '1.6', '1.1', '1.0', '-1.0', '-1.1', '-1.6', '-2.5', '-5.5'];
    const expected: Record<Exclude<RoundingMode, 'UNNECESSARY'>, number[]> = {
        UP: [6, 3, 2, 2, 1, -1, -2, -2, -3, -6],
        DOWN: [5, 2, 1, 1, 1, -1, -1, -1, -2, -5],
        CEILING: [6, 3, 2, 2, 1, -1, -1, -1, -2, -5],
        FLOOR: [5, 2, 1, 1, 1, -1, -2, -2, -3, -6],
        HALF_UP: [6, 3, 2, 1, 1, -1, -1, -2, -3, -6],
        HALF_DOWN: [5, 2, 2, 1, 1, -1, -1, -2, -2, -5],
        HALF_EVEN: [6, 2, 2, 1, 1, -1, -1, -2, -2, -6],
    };
    for (const [mode, results] of Object.entries(expected)) {
        const rounded = inputs.map((text) =>
            d(text)
                .setScale(0, mode as RoundingMode)
                .intValue(),
        );
        assert.deepEqual(rounded, results, mode);
    }
    assert.equal(
        apexErrorOf(() => d('1.5').setScale(0, 'UNNECESSARY')),
        'System.MathException: Rounding necessary',
    );
});

test('equality and order are by value, whatever the scale', () => {
    assert.ok(d('1.0').equals(d('1.00')));
    assert.equal(d('1.0').hashCode(), d('1.00').hashCode());
    assert.equal(d('1E+30').compareTo(d('1')), 1);
    assert.equal(d('-2').compareTo(d('-1.5')), -1);
    assert.equal(d('0.00').compareTo(d('0')), 0);
});

test('text has an exponent where BigDecimal gives it one, and toPlainString never', () => {
    assert.equal(d('0.0000001').toString(), '1E-7');
    assert.equal(d('0.000001').toString(), '0.000001');
    assert.equal(d('12300').setScale(-2, 'DOWN').toString(), '1.23E+4');
    assert.equal(d('12300').setScale(-2, 'DOWN').toPlainString(), '12300');
    assert.equal(d('1E-10').toPlainString(), '0.0000000001');
    assert.equal(d('100').stripTrailingZeros().toString(), '1E+2');
});

test('a double becomes the decimal that its shortest text says', () => {
    assert.equal(Decimal.ofDouble(0.1).toString(), '0.1');
    assert.equal(Decimal.ofDouble(5).toString(), '5.0');
    assert.equal(Decimal.ofDouble(-0).toString(), '0.0');
    assert.equal(Decimal.ofDouble(1e21).toPlainString(), '1000000000000000000000');
});

test('narrowing truncates and keeps the low bits', () => {
    assert.equal(d('3.99').intValue(), 3);
    assert.equal(d('-3.99').intValue(), -3);
    assert.equal(d('4294967297').intValue(), 1);
    assert.equal(d('9223372036854775808').longValue(), -9223372036854775808n);
    assert.equal(d('0.1').add(d('0.2')).doubleValue(), 0.3);
});
