import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { Decimal } from '../../values/decimal.ts';
import { BoxedDouble, integerOfDouble, longOfDouble, parseDouble } from '../../values/double.ts';
import { nonNull } from '../receiver.ts';
import { required } from '../../values/null.ts';
import { formatInUserLocale } from '../../values/number-format.ts';
import { roundHalfUp } from '../../values/double-math.ts';

export const doubleLibrary: TypeLibrary = {
    type: 'System.Double',
    statics: {
        'valueOf(String)': (text: string | null) => parseDouble(required(text)),
        'valueOf(Object)': doubleOfObject,
    },
    methods: {
        'intValue()': (self: number) => integerOfDouble(nonNull(self)),
        'longValue()': (self: number) => longOfDouble(nonNull(self)),
        'round()': (self: number) => longOfDouble(roundHalfUp(nonNull(self))),
        'format()': (self: number) => formatInUserLocale(Decimal.ofDouble(nonNull(self))),
    },
};

function doubleOfObject(value: unknown): number {
    const present = required(value);
    if (present instanceof BoxedDouble) return present.value;
    if (typeof present === 'number') return present;
    if (typeof present === 'string') return parseDouble(present);
    if (typeof present === 'bigint') return Number(present);
    if (present instanceof Decimal) return present.doubleValue();
    throwApex('System.TypeException', `Invalid double: ${String(present)}`);
}
