import type { TypeLibrary } from '../../library.ts';
import { dmlFunctions } from './dml-methods.ts';
import { queryFunctions } from './query-methods.ts';
import { savepointFunctions } from './savepoint.ts';

export const databaseLibrary: TypeLibrary = {
    type: 'System.Database',
    statics: { ...dmlFunctions, ...queryFunctions, ...savepointFunctions },
};
