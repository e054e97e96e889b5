import type { TypeLibrary } from '../../library.ts';
import { dmlFunctions } from './dml-methods.ts';
import { overloads } from '../overloads.ts';
import { executeBatch } from '../system/async.ts';
import { leadConversionFunctions } from './lead-conversion.ts';
import { queryFunctions } from './query-methods.ts';
import { savepointFunctions } from './savepoint.ts';

export const databaseLibrary: TypeLibrary = {
    type: 'System.Database',
    statics: {
        ...dmlFunctions,
        ...leadConversionFunctions,
        ...queryFunctions,
        ...savepointFunctions,
        ...overloads('System.Database', 'executeBatch', executeBatch),
    },
};
