import type { TypeLibrary } from '../../library.ts';
import { databaseLibrary } from './database.ts';
import { dmlOptionsLibraries } from './dml-options.ts';
import { leadConversionLibrary } from './lead-conversion.ts';
import { queryLocatorLibraries } from './query-locator.ts';
import { resultLibraries } from './results.ts';

export const databaseLibraries: readonly TypeLibrary[] = [
    databaseLibrary,
    ...dmlOptionsLibraries,
    leadConversionLibrary,
    ...queryLocatorLibraries,
    ...resultLibraries,
];
