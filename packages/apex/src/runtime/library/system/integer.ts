import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { Decimal } from '../../values/decimal.ts';
import { BoxedDouble, integerOfDouble } from '../../values/double.ts';
import { parseInteger } from '../../values/integer.ts';
import { integerOfLong } from '../../values/long.ts';
import { nonNull } from '../receiver.ts';
import { required } from '../../values/null.ts';
import { formatInUserLocale } from '../../values/number-format.ts';

export const integerLibrary: TypeLibrary = {
    type: 'System.Integer',
    statics: {
        'valueOf(String)': (text: string | null) => parseInteger(required(text)),
        'valueOf(Object)': integerOfObject,
    },
    methods: {
        'format()': (self: number) => formatInUserLocale(Decimal.ofInteger(nonNull(self))),
    },
};

function integerOfObject(value: unknown): number {
    const present = required(value);
    if (typeof present === 'number') return present;
    if (typeof present === 'string') return parseInteger(present);
    if (typeof present === 'bigint') return integerOfLong(present);
    if (present instanceof Decimal) return present.intValue();
    if (present instanceof BoxedDouble) return integerOfDouble(present.value);
    throwApex('System.TypeException', `Invalid integer: ${String(present)}`);
}
