import type { TypeLibrary } from '../../library.ts';
import { accessLevelLibrary } from './access-level.ts';
import { assertLibrary } from './assert.ts';
import { booleanLibrary } from './boolean.ts';
import { decimalLibrary } from './decimal.ts';
import { doubleLibrary } from './double.ts';
import { exceptionLibraries } from './exception.ts';
import { integerLibrary } from './integer.ts';
import { listLibrary } from './list.ts';
import { longLibrary } from './long.ts';
import { mapLibrary } from './map.ts';
import { setLibrary } from './set.ts';
import { sobjectLibrary } from './sobject.ts';
import { stringLibrary } from './string.ts';
import { systemLibrary } from './system.ts';
import { typeLibrary } from './type.ts';
import { jsonLibrary } from './json.ts';
import { jsonGeneratorLibrary } from './json-generator.ts';
import { jsonParserLibrary } from './json-parser.ts';

export const systemLibraries: readonly TypeLibrary[] = [
    accessLevelLibrary,
    assertLibrary,
    booleanLibrary,
    decimalLibrary,
    doubleLibrary,
    ...exceptionLibraries,
    integerLibrary,
    listLibrary,
    longLibrary,
    mapLibrary,
    setLibrary,
    sobjectLibrary,
    stringLibrary,
    systemLibrary,
    typeLibrary,
    jsonLibrary,
    jsonGeneratorLibrary,
    jsonParserLibrary,
];
