import * as integers from '../../../packages/apex/src/runtime/values/integer.ts';
import * as longs from '../../../packages/apex/src/runtime/values/long.ts';
import { Decimal } from '../../../packages/apex/src/runtime/values/decimal.ts';
import { formatWithPattern } from '../../../packages/apex/src/runtime/values/decimal-format.ts';
import { integerOfDouble, longOfDouble } from '../../../packages/apex/src/runtime/values/double.ts';
import { roundHalfEven, roundHalfUp } from '../../../packages/apex/src/runtime/values/double-math.ts';
import { doubleToString } from '../../../packages/apex/src/runtime/values/double-text.ts';
import { localeData } from '../../../packages/apex/src/runtime/values/locale.ts';
import { formatNumber } from '../../../packages/apex/src/runtime/values/number-format.ts';
import type { AgreementCase, Family } from '../agreement-case.ts';
import type { Random } from '../random.ts';

const LOCALES = ['en_US', 'en_GB', 'de_DE', 'fr_FR', 'ja_JP'];

const PATTERNS = [
    '0', '#', '#,##0', '#,##0.00', '0.###', '#.##', '00000', '#,##0.00;(#,##0.00)', '0.0%', '#\u2030', "'#'0", "0 'items'", '$#,##0.00', '.00',
    '#.00', '#,####.0', '0;-0', '0.', "''0", '#,##0.00 kg', '+0;-0', '#0.0#',
]; // prettier-ignore

const DIGITS = [...'0123456789'];

function decimal(random: Random): string {
    const sign = random.chance(0.3) ? '-' : '';
    return `${sign}${random.text(1, random.chance(0.1) ? 25 : 8, DIGITS)}.${random.text(1, 6, [...DIGITS, '5', '0', '0'])}`;
}

function double(random: Random): number {
    const kind = random.next();
    if (kind < 0.2) return random.between(-1000, 1000) / random.pick([1, 2, 4, 10, 100]);
    if (kind < 0.3)
        return random.pick([
            0, 0.5, 1.5, 2.5, -0.5, -1.5, 1e7, 1e-3, 9999999.999, 2147483648, -2147483649, 1e19, -1e19, 5e-324,
        ]);
    return (random.next() - 0.5) * 10 ** random.between(-320, 308);
}

function integer(random: Random): number {
    return random.pick([
        random.between(-2147483648, 2147483647),
        random.between(-40, 40),
        2147483647,
        -2147483648,
        0,
        -1,
    ]);
}

function long(random: Random): bigint {
    const wide = BigInt(integer(random)) * BigInt(random.between(0, 2147483647)) * 2n + BigInt(random.between(0, 1));
    return BigInt.asIntN(64, random.pick([wide, BigInt(integer(random)), longs.LARGEST_LONG, longs.SMALLEST_LONG]));
}

const MAKERS: readonly ((random: Random) => AgreementCase)[] = [
    (random) => {
        const [locale, value] = [random.pick(LOCALES), decimal(random)];
        return {
            question: ['number.locale', locale.replace('_', '-'), value],
            answer: () => formatNumber(Decimal.literal(value), localeData(locale)),
        };
    },
    (random) => {
        const [pattern, value] = [random.pick(PATTERNS), decimal(random)];
        return {
            question: ['number.pattern', pattern, value],
            answer: () => formatWithPattern(Decimal.literal(value), pattern, localeData('en_US')),
        };
    },
    (random) => {
        const value = double(random);
        return { question: ['number.double', String(value)], answer: () => doubleToString(value) };
    },
    (random) => {
        const value = double(random);
        return {
            question: ['number.narrow', String(value)],
            answer: () =>
                `${integerOfDouble(value)} ${longOfDouble(value)} ${longOfDouble(roundHalfUp(value))} ${doubleToString(roundHalfEven(value))}`,
        };
    },
    (random) => {
        const [a, b] = [integer(random), integer(random)];
        return {
            question: ['number.integers', String(a), String(b)],
            answer: () =>
                [
                    integers.addIntegers(a, b),
                    integers.subtractIntegers(a, b),
                    integers.multiplyIntegers(a, b),
                    integers.shiftIntegerLeft(a, b),
                    integers.shiftIntegerRight(a, b),
                    integers.shiftIntegerRightUnsigned(a, b),
                    integers.andIntegers(a, b),
                    integers.orIntegers(a, b),
                    integers.xorIntegers(a, b),
                    integers.complementInteger(a),
                    integers.negateInteger(a),
                    integers.divideIntegers(a, b),
                    integers.remainderOfIntegers(a, b),
                ].join(' '),
        };
    },
    (random) => {
        const [a, b] = [long(random), long(random)];
        return {
            question: ['number.longs', String(a), String(b)],
            answer: () =>
                [
                    longs.addLongs(a, b),
                    longs.subtractLongs(a, b),
                    longs.multiplyLongs(a, b),
                    longs.shiftLongLeft(a, b),
                    longs.shiftLongRight(a, b),
                    longs.shiftLongRightUnsigned(a, b),
                    longs.andLongs(a, b),
                    longs.orLongs(a, b),
                    longs.xorLongs(a, b),
                    longs.complementLong(a),
                    longs.negateLong(a),
                    longs.integerOfLong(a),
                    longs.divideLongs(a, b),
                    longs.remainderOfLongs(a, b),
                ].join(' '),
        };
    },
];

export const numberFamily: Family = {
    name: 'number',
    share: 0.1,
    newCase: (random) => random.pick(MAKERS)(random),
};
