import { current } from '../../context.ts';
import { equalsOperator, hashCode } from '../../equality.ts';
import type { ApexEnumConstant } from '../../enums.ts';
import type { TypeLibrary } from '../../library.ts';
import { apexToString } from '../../to-string.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { timeZone } from '../../values/time-zone.ts';
import { overloads } from '../overloads.ts';
import { assertEqual, assertNotEqual, assertTrue } from './assert.ts';

function now(): ApexDatetime {
    return new ApexDatetime(current.transaction.now());
}

/** In the running user's time zone. */
function today(): ApexDate {
    return now().date(timeZone(current.transaction.user.timeZone));
}

/** `debug(value)` or `debug(level, value)`. */
function debug(...values: unknown[]): void {
    const level = values.length === 2 ? (values[0] as ApexEnumConstant).name : 'DEBUG';
    current.transaction.debug(level, apexToString(values.at(-1)));
}

export const systemLibrary: TypeLibrary = {
    type: 'System.System',
    statics: {
        'Assert(Boolean)': assertTrue,
        'Assert(Boolean,Object)': assertTrue,
        'assertEquals(Object,Object)': assertEqual,
        'assertEquals(Object,Object,Object)': assertEqual,
        'assertNotEquals(Object,Object)': assertNotEqual,
        'assertNotEquals(Object,Object,Object)': assertNotEqual,
        'currentTimeMillis()': () => BigInt(current.transaction.now()),
        ...overloads('System.System', 'debug', debug),
        'equals(Object,Object)': equalsOperator,
        'hashCode(Object)': hashCode,
        'now()': now,
        'today()': today,
    },
};
