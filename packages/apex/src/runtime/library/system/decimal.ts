import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import type { ApexEnumConstant } from '../../enums.ts';
import { Decimal } from '../../values/decimal.ts';
import { nonNull } from '../receiver.ts';
import { required } from '../../values/null.ts';
import { formatInUserLocale } from '../../values/number-format.ts';
import type { RoundingMode } from '../../values/rounding.ts';

/** `setScale` and `divide` take -33 to 33, by the reference. */
const LARGEST_SCALE = 33;

export const decimalLibrary: TypeLibrary = {
    type: 'System.Decimal',
    statics: {
        'valueOf(String)': (text: string | null) => parseDecimal(required(text)),
        'valueOf(Double)': (value: number | null) => Decimal.ofDouble(required(value)),
        'valueOf(Long)': (value: bigint | null) => Decimal.ofLong(required(value)),
    },
    methods: {
        'abs()': (self: Decimal) => self.abs(),
        'divide(Decimal,Integer)': (self: Decimal, divisor: Decimal, scale: number) =>
            self.divideToScale(required(divisor), checkedScale(scale), 'HALF_EVEN'),
        'divide(Decimal,Integer,RoundingMode)': (
            self: Decimal,
            divisor: Decimal,
            scale: number,
            mode: ApexEnumConstant,
        ) => self.divideToScale(required(divisor), checkedScale(scale), modeOf(mode)),
        'doubleValue()': (self: Decimal) => self.doubleValue(),
        'format()': (self: Decimal) => formatInUserLocale(nonNull(self)),
        'intValue()': (self: Decimal) => self.intValue(),
        'longValue()': (self: Decimal) => self.longValue(),
        'pow(Integer)': (self: Decimal, exponent: number) => power(self, required(exponent)),
        'precision()': (self: Decimal) => self.precision(),
        'round()': (self: Decimal) => self.setScale(0, 'HALF_EVEN').longValue(),
        'round(RoundingMode)': (self: Decimal, mode: ApexEnumConstant) => self.setScale(0, modeOf(mode)).longValue(),
        'scale()': (self: Decimal) => self.scale,
        'setScale(Integer)': (self: Decimal, scale: number) => self.setScale(checkedScale(scale), 'HALF_EVEN'),
        'setScale(Integer,RoundingMode)': (self: Decimal, scale: number, mode: ApexEnumConstant) =>
            self.setScale(checkedScale(scale), modeOf(mode)),
        'stripTrailingZeros()': (self: Decimal) => self.stripTrailingZeros(),
        'toPlainString()': (self: Decimal) => self.toPlainString(),
    },
};

/** @throws System.TypeException `Invalid decimal: x` */
export function parseDecimal(text: string): Decimal {
    return Decimal.parse(text.trim()) ?? throwApex('System.TypeException', `Invalid decimal: ${text}`);
}

function modeOf(mode: ApexEnumConstant | null): RoundingMode {
    return required(mode).name as RoundingMode;
}

function checkedScale(scale: number | null): number {
    const value = required(scale);
    if (value < -LARGEST_SCALE || value > LARGEST_SCALE) {
        throwApex('System.MathException', `Scale must be between -${LARGEST_SCALE} and ${LARGEST_SCALE}`);
    }
    return value;
}

function power(base: Decimal, exponent: number): Decimal {
    if (exponent < 0 || exponent > 32_767) {
        throwApex('System.MathException', `Invalid exponent: ${exponent}. Must be between 0 and 32767.`);
    }
    return base.pow(exponent);
}
