import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enumConstant } from '../../../src/runtime/enums.ts';
import { Decimal } from '../../../src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../../src/runtime/values/double.ts';
import { apexErrorOf } from '../apex-errors.ts';
import { callMethod, callStatic, runAs } from './library-calls.ts';

const d = (text: string): Decimal => Decimal.literal(text);
const text = (value: unknown): string => String(value);

test('valueOf reads text and refuses what is no number in the platform’s words', () => {
    assert.equal(callStatic('Integer', 'valueOf(String)', '42'), 42);
    assert.equal(callStatic('Long', 'valueOf(String)', '42'), 42n);
    assert.equal(callStatic('Double', 'valueOf(String)', '4.5'), 4.5);
    assert.equal(text(callStatic('Decimal', 'valueOf(String)', '12.50')), '12.50');
    assert.equal(
        apexErrorOf(() => callStatic('Integer', 'valueOf(String)', 'x')),
        'System.TypeException: Invalid integer: x',
    );
    assert.equal(
        apexErrorOf(() => callStatic('Long', 'valueOf(String)', 'x')),
        'System.TypeException: Invalid long: x',
    );
    assert.equal(
        apexErrorOf(() => callStatic('Double', 'valueOf(String)', 'x')),
        'System.TypeException: Invalid double: x',
    );
    assert.equal(
        apexErrorOf(() => callStatic('Decimal', 'valueOf(String)', 'x')),
        'System.TypeException: Invalid decimal: x',
    );
});

test('valueOf of null is refused', () => {
    const refused = 'System.NullPointerException: Argument cannot be null.';
    for (const type of ['Integer', 'Long', 'Double', 'Decimal']) {
        assert.equal(
            apexErrorOf(() => callStatic(type, 'valueOf(String)', null)),
            refused,
            type,
        );
    }
});

test('Integer.valueOf(Object) takes any number', () => {
    assert.equal(callStatic('Integer', 'valueOf(Object)', d('3.9')), 3);
    assert.equal(callStatic('Integer', 'valueOf(Object)', new BoxedDouble(-3.9)), -3);
    assert.equal(callStatic('Integer', 'valueOf(Object)', 7n), 7);
    assert.equal(callStatic('Integer', 'valueOf(Object)', '8'), 8);
});

// Apex reference, "Decimal Class" and "Math Class": round is half-even; "Double Class": round is to the nearest, halves up
test('rounding of Decimals is half-even, of Doubles half-up', () => {
    assert.equal(callMethod('Decimal', 'round()', d('4.5')), 4n);
    assert.equal(callMethod('Decimal', 'round()', d('5.5')), 6n);
    assert.equal(callStatic('Math', 'round(Decimal)', d('4.5')), 4);
    assert.equal(callStatic('Math', 'roundToLong(Decimal)', d('-5.5')), -6n);
    assert.equal(callMethod('Double', 'round()', 4.5), 5n);
    assert.equal(callStatic('Math', 'rint(Double)', 2.5), 2);
    assert.equal(text(callMethod('Decimal', 'setScale(Integer)', d('1.245'), 2)), '1.24');
    const up = enumConstant('System.RoundingMode', 'UP');
    assert.equal(text(callMethod('Decimal', 'setScale(Integer,RoundingMode)', d('1.241'), 2, up)), '1.25');
    assert.equal(callMethod('Decimal', 'round(RoundingMode)', d('-1.1'), up), -2n);
});

test('scales beyond 33 are refused', () => {
    assert.match(
        apexErrorOf(() => callMethod('Decimal', 'setScale(Integer)', d('1'), 34)),
        /^System\.MathException: /,
    );
});

test('format groups digits as the user’s locale does', () => {
    runAs({ locale: 'en_US' });
    assert.equal(callMethod('Integer', 'format()', -1234567), '-1,234,567');
    assert.equal(callMethod('Decimal', 'format()', d('1234.5678')), '1,234.568');
    assert.equal(callMethod('Double', 'format()', 0.5), '0.5');
    runAs({ locale: 'de_DE' });
    assert.equal(callMethod('Long', 'format()', 1234567n), '1.234.567');
    assert.equal(callMethod('Decimal', 'format()', d('1234.5')), '1.234,5');
    runAs({ locale: 'fr_FR' });
    assert.equal(callMethod('Integer', 'format()', 1234), '1\u202f234');
});

test('Math works on every type of number by its own rules', () => {
    assert.equal(callStatic('Math', 'abs(Integer)', -2147483648), -2147483648);
    assert.equal(callStatic('Math', 'mod(Integer,Integer)', -7, 3), -1);
    assert.equal(callStatic('Math', 'mod(Long,Long)', 7n, -3n), 1n);
    assert.equal(text(callStatic('Math', 'max(Decimal,Decimal)', d('1.10'), d('1.1'))), '1.10');
    assert.equal(text(callStatic('Math', 'ceil(Decimal)', d('-1.5'))), '-1');
    assert.equal(callStatic('Math', 'pow(Double,Double)', 2, 10), 1024);
    assert.equal(text(callStatic('Math', 'sqrt(Decimal)', d('6.25'))), '2.5');
    assert.equal(text(callStatic('Math', 'signum(Decimal)', d('-3.2'))), '-1');
});

test('random numbers come from the transaction', () => {
    runAs({ random: () => 0.25 });
    assert.equal(callStatic('Math', 'random()'), 0.25);
});
