import { defineBuiltIn } from '../../built-in-type.ts';
import { current } from '../../context.ts';
import type { LibraryFunction } from '../../library.ts';

/** `System.Savepoint`: a point of the transaction to return to. */
export class Savepoint {
    readonly point: object;

    constructor(point: object) {
        this.point = point;
    }
}

defineBuiltIn('System.Savepoint', Savepoint);

export const savepointFunctions: Readonly<Record<string, LibraryFunction>> = {
    'setSavepoint()': () => new Savepoint(current.transaction.database.setSavepoint()),
    'rollback(Savepoint)': (savepoint: Savepoint) => current.transaction.database.rollback(savepoint.point),
    'releaseSavepoint(Savepoint)': (savepoint: Savepoint) =>
        current.transaction.database.releaseSavepoint(savepoint.point),
};
