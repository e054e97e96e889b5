import type { Family } from '../agreement-case.ts';
import { dateFamily } from './date.ts';
import { decimalFamily } from './decimal.ts';
import { hashFamily } from './hash.ts';
import { numberFamily } from './number.ts';
import { regexFamily } from './regex.ts';
import { stringFamily } from './string.ts';

export const families: readonly Family[] = [
    decimalFamily,
    stringFamily,
    regexFamily,
    hashFamily,
    dateFamily,
    numberFamily,
];
