import type { TypeLibrary } from '../../library.ts';
import { Decimal } from '../../values/decimal.ts';
import { integerOfLong, parseLong } from '../../values/long.ts';
import { nonNull } from '../receiver.ts';
import { required } from '../../values/null.ts';
import { formatInUserLocale } from '../../values/number-format.ts';

export const longLibrary: TypeLibrary = {
    type: 'System.Long',
    statics: {
        'valueOf(String)': (text: string | null) => parseLong(required(text)),
    },
    methods: {
        'intValue()': (self: bigint) => integerOfLong(nonNull(self)),
        'format()': (self: bigint) => formatInUserLocale(Decimal.ofLong(nonNull(self))),
    },
};
