import { current } from '../../context.ts';
import { enumConstant, type ApexEnumConstant } from '../../enums.ts';
import { equalsOperator, hashCode } from '../../equality.ts';
import type { TypeLibrary } from '../../library.ts';
import { findService, requireService } from '../../services.ts';
import { apexToString } from '../../to-string.ts';
import type { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { timeZone } from '../../values/time-zone.ts';
import { overloads } from '../overloads.ts';
import { assertEqual, assertNotEqual, assertTrue } from './assert.ts';
import {
    abortJob,
    attachFinalizer,
    enqueueJob,
    pauseOrResume,
    purgeOldAsyncJobs,
    schedule,
    scheduleBatch,
} from './async.ts';

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

/** What kind of request runs; an org without requests runs synchronous code only. */
function isRunning(kind: 'batch' | 'future' | 'queueable' | 'scheduled'): boolean {
    return findService('request')?.[kind] ?? false;
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
        'currentPageReference()': () => requireService('request', 'System.currentPageReference').currentPage,
        'currentTimeMillis()': () => BigInt(current.transaction.now()),
        ...overloads('System.System', 'debug', debug),
        'equals(Object,Object)': equalsOperator,
        'getApplicationReadWriteMode()': () =>
            enumConstant(
                'System.ApplicationReadWriteMode',
                findService('test')?.isReadOnlyApplicationMode() === true ? 'READ_ONLY' : 'DEFAULT',
            ),
        'hashCode(Object)': hashCode,
        'isBatch()': () => isRunning('batch'),
        'isFuture()': () => isRunning('future'),
        'isQueueable()': () => isRunning('queueable'),
        'isScheduled()': () => isRunning('scheduled'),
        'now()': now,
        'today()': today,
        'abortJob(String)': abortJob,
        ...overloads('System.System', 'attachFinalizer', attachFinalizer),
        ...overloads('System.System', 'enqueueJob', enqueueJob),
        ...pauseOrResume,
        'purgeOldAsyncJobs(Date)': purgeOldAsyncJobs,
        ...overloads('System.System', 'schedule', schedule),
        ...overloads('System.System', 'scheduleBatch', scheduleBatch),
    },
};
