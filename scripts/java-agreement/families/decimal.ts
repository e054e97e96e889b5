import { Decimal } from '../../../packages/apex/src/runtime/values/decimal.ts';
import type { RoundingMode } from '../../../packages/apex/src/runtime/values/rounding.ts';
import type { AgreementCase, Family } from '../agreement-case.ts';
import type { Random } from '../random.ts';

const MODES: readonly RoundingMode[] = [
    'CEILING',
    'DOWN',
    'FLOOR',
    'HALF_DOWN',
    'HALF_EVEN',
    'HALF_UP',
    'UNNECESSARY',
    'UP',
];

const DIGITS = [...'0123456789'];

/** Amounts mostly; halves, zeros, long numbers and exponents often enough to be met in every operation. */
function number(random: Random): string {
    const sign = random.chance(0.3) ? '-' : '';
    const kind = random.next();
    if (kind < 0.1) return `${sign}0${random.chance(0.5) ? `.${'0'.repeat(random.between(1, 5))}` : ''}`;
    if (kind < 0.2) return `${sign}${random.between(0, 999)}.${random.pick(['5', '50', '25', '500', '4999', '5001'])}`;
    if (kind < 0.3) return `${sign}${random.text(1, 40, DIGITS)}.${random.text(1, 40, DIGITS)}`;
    if (kind < 0.4) return `${sign}${random.text(1, 3, DIGITS)}E${random.between(-20, 20)}`;
    if (kind < 0.5) return `${sign}${random.text(14, 18, DIGITS)}`;
    return `${sign}${random.text(1, 7, DIGITS)}.${random.text(1, 4, DIGITS)}`;
}

const hexOfDouble = (value: number): string => {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return view.getBigUint64(0).toString(16);
};

const OPERATIONS: Readonly<Record<string, (random: Random) => AgreementCase>> = {
    text: unary('text', (a) => `${a.toString()} ${a.toPlainString()} ${a.precision()} ${a.signum()}`),
    narrow: unary('narrow', (a) => `${a.intValue()} ${a.longValue()} ${hexOfDouble(a.doubleValue())}`),
    strip: unary('strip', (a) => a.stripTrailingZeros().toString()),
    add: binary('add', (a, b) => a.add(b).toString()),
    subtract: binary('subtract', (a, b) => a.subtract(b).toString()),
    multiply: binary('multiply', (a, b) => a.multiply(b).toString()),
    compare: binary('compare', (a, b) => String(a.compareTo(b))),
    divide: binary('divide', (a, b) => a.divide(b).toString()),
    divideToScale: (random) => {
        const [a, b, scale, mode] = [number(random), number(random), random.between(-5, 33), random.pick(MODES)];
        return {
            question: ['decimal.divideToScale', a, b, String(scale), mode],
            answer: () => Decimal.literal(a).divideToScale(Decimal.literal(b), scale, mode).toString(),
        };
    },
    setScale: (random) => {
        const [a, scale, mode] = [number(random), random.between(-33, 33), random.pick(MODES)];
        return {
            question: ['decimal.setScale', a, String(scale), mode],
            answer: () => Decimal.literal(a).setScale(scale, mode).toString(),
        };
    },
    pow: (random) => {
        const [a, exponent] = [number(random), random.between(0, 12)];
        return {
            question: ['decimal.pow', a, String(exponent)],
            answer: () => Decimal.literal(a).pow(exponent).toString(),
        };
    },
    ofDouble: (random) => {
        const value = Number(number(random));
        return {
            question: ['decimal.ofDouble', String(value)],
            answer: () => Decimal.ofDouble(value).toString(),
        };
    },
};

function unary(operation: string, compute: (a: Decimal) => string): (random: Random) => AgreementCase {
    return (random) => {
        const a = number(random);
        return { question: [`decimal.${operation}`, a], answer: () => compute(Decimal.literal(a)) };
    };
}

function binary(operation: string, compute: (a: Decimal, b: Decimal) => string): (random: Random) => AgreementCase {
    return (random) => {
        const [a, b] = [number(random), number(random)];
        return {
            question: [`decimal.${operation}`, a, b],
            answer: () => compute(Decimal.literal(a), Decimal.literal(b)),
        };
    };
}

export const decimalFamily: Family = {
    name: 'decimal',
    share: 0.15,
    newCase: (random) => random.pick(Object.values(OPERATIONS))(random),
};
