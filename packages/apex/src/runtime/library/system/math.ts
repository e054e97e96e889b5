import { current } from '../../context.ts';
import type { LibraryFunction, TypeLibrary } from '../../library.ts';
import { Decimal } from '../../values/decimal.ts';
import { longOfDouble, integerOfDouble } from '../../values/double.ts';
import { roundHalfEven, roundHalfUp } from '../../values/double-math.ts';
import { remainderOfIntegers } from '../../values/integer.ts';
import { remainderOfLongs } from '../../values/long.ts';
import { required } from '../../values/null.ts';

/** Functions that the platform has for Double and, computed in doubles, for Decimal. */
const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
    acos: Math.acos,
    asin: Math.asin,
    atan: Math.atan,
    cbrt: Math.cbrt,
    cos: Math.cos,
    cosh: Math.cosh,
    exp: Math.exp,
    log: Math.log,
    log10: Math.log10,
    sin: Math.sin,
    sinh: Math.sinh,
    sqrt: Math.sqrt,
    tan: Math.tan,
    tanh: Math.tanh,
};

function functionsOfOneNumber(): Record<string, LibraryFunction> {
    const functions: Record<string, LibraryFunction> = {};
    for (const [name, compute] of Object.entries(FUNCTIONS)) {
        functions[`${name}(Double)`] = (x: number | null) => compute(required(x));
        functions[`${name}(Decimal)`] = (x: Decimal | null) => Decimal.ofDouble(compute(required(x).doubleValue()));
    }
    return functions;
}

export const mathLibrary: TypeLibrary = {
    type: 'System.Math',
    staticFields: {
        E: () => Math.E,
        PI: () => Math.PI,
    },
    statics: {
        ...functionsOfOneNumber(),
        'abs(Decimal)': (x: Decimal) => required(x).abs(),
        'abs(Double)': (x: number) => Math.abs(required(x)),
        'abs(Integer)': (x: number) => Math.abs(required(x)) | 0,
        'abs(Long)': (x: bigint) => BigInt.asIntN(64, required(x) < 0n ? -x : x),
        'atan2(Decimal,Decimal)': (x: Decimal, y: Decimal) =>
            Decimal.ofDouble(Math.atan2(required(x).doubleValue(), required(y).doubleValue())),
        'atan2(Double,Double)': (x: number, y: number) => Math.atan2(required(x), required(y)),
        'ceil(Decimal)': (x: Decimal) => required(x).setScale(0, 'CEILING'),
        'ceil(Double)': (x: number) => Math.ceil(required(x)),
        'floor(Decimal)': (x: Decimal) => required(x).setScale(0, 'FLOOR'),
        'floor(Double)': (x: number) => Math.floor(required(x)),
        'max(Decimal,Decimal)': (x: Decimal, y: Decimal) => (required(x).compareTo(required(y)) >= 0 ? x : y),
        'max(Decimal,Double)': (x: Decimal, y: number) => larger(required(x), Decimal.ofDouble(required(y))),
        'max(Double,Double)': (x: number, y: number) => Math.max(required(x), required(y)),
        'max(Integer,Integer)': (x: number, y: number) => (required(x) >= required(y) ? x : y),
        'max(Long,Long)': (x: bigint, y: bigint) => (required(x) >= required(y) ? x : y),
        'min(Decimal,Decimal)': (x: Decimal, y: Decimal) => (required(x).compareTo(required(y)) <= 0 ? x : y),
        'min(Decimal,Double)': (x: Decimal, y: number) => smaller(required(x), Decimal.ofDouble(required(y))),
        'min(Double,Double)': (x: number, y: number) => Math.min(required(x), required(y)),
        'min(Integer,Integer)': (x: number, y: number) => (required(x) <= required(y) ? x : y),
        'min(Long,Long)': (x: bigint, y: bigint) => (required(x) <= required(y) ? x : y),
        'mod(Integer,Integer)': (x: number, y: number) => remainderOfIntegers(required(x), required(y)),
        'mod(Long,Long)': (x: bigint, y: bigint) => remainderOfLongs(required(x), required(y)),
        'pow(Double,Double)': (base: number, exponent: number) => required(base) ** required(exponent),
        'random()': () => current.transaction.random(),
        'rint(Decimal)': (x: Decimal) => required(x).setScale(0, 'HALF_EVEN'),
        'rint(Double)': (x: number) => roundHalfEven(required(x)),
        'round(Decimal)': (x: Decimal) => required(x).setScale(0, 'HALF_EVEN').intValue(),
        'round(Double)': (x: number) => integerOfDouble(roundHalfUp(required(x))),
        'roundToLong(Decimal)': (x: Decimal) => required(x).setScale(0, 'HALF_EVEN').longValue(),
        'roundToLong(Double)': (x: number) => longOfDouble(roundHalfUp(required(x))),
        'signum(Decimal)': (x: Decimal) => Decimal.ofInteger(required(x).signum()),
        'signum(Double)': (x: number) => Math.sign(required(x)),
    },
};

function larger(x: Decimal, y: Decimal): Decimal {
    return x.compareTo(y) >= 0 ? x : y;
}

function smaller(x: Decimal, y: Decimal): Decimal {
    return x.compareTo(y) <= 0 ? x : y;
}
