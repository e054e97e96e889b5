import type { TypeLibrary } from '../library.ts';
import { blobLibrary } from './system/blob.ts';
import { booleanLibrary } from './system/boolean.ts';
import { cryptoLibrary } from './system/crypto.ts';
import { dateLibrary } from './system/date.ts';
import { datetimeLibrary } from './system/datetime.ts';
import { decimalLibrary } from './system/decimal.ts';
import { doubleLibrary } from './system/double.ts';
import { encodingUtilLibrary } from './system/encoding-util.ts';
import { idLibrary } from './system/id.ts';
import { integerLibrary } from './system/integer.ts';
import { longLibrary } from './system/long.ts';
import { matcherLibrary } from './system/matcher.ts';
import { mathLibrary } from './system/math.ts';
import { patternLibrary } from './system/pattern.ts';
import { stringLibrary } from './system/string.ts';
import { timeZoneLibrary } from './system/time-zone.ts';
import { timeLibrary } from './system/time.ts';
import { urlLibrary } from './system/url.ts';
import { uuidLibrary } from './system/uuid.ts';

/** The primitive types and what computes with them. */
export const primitiveLibraries: readonly TypeLibrary[] = [
    blobLibrary,
    booleanLibrary,
    cryptoLibrary,
    dateLibrary,
    datetimeLibrary,
    decimalLibrary,
    doubleLibrary,
    encodingUtilLibrary,
    idLibrary,
    integerLibrary,
    longLibrary,
    matcherLibrary,
    mathLibrary,
    patternLibrary,
    stringLibrary,
    timeLibrary,
    timeZoneLibrary,
    urlLibrary,
    uuidLibrary,
];
