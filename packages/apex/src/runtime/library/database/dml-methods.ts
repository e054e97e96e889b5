import { ApexList } from '../../collections/list.ts';
import { current } from '../../context.ts';
import { idsOf, runDml, type DmlStatement } from '../../dml.ts';
import { blocking, type LibraryFunction } from '../../library.ts';
import type { DmlOperation, Waiting } from '../../ports.ts';
import { SObjectField } from '../../schema/sobject-field.ts';
import { AccessLevelValue } from '../system/access-level.ts';
import { overloads } from '../overloads.ts';
import { isAllOrNone, isDmlOptions, toDmlOptions } from './dml-options.ts';
import { rowResult, rowResults } from './results.ts';

type Functions = Readonly<Record<string, LibraryFunction>>;

/** What follows the records, in any overload: whether all or none, DMLOptions, a field to match by, an access level. */
function statementOptions(values: readonly unknown[]): Pick<DmlStatement, 'access' | 'allOrNone'> {
    let options: Pick<DmlStatement, 'access' | 'allOrNone' | 'options' | 'externalIdField'> = {
        access: 'system',
        allOrNone: true,
    };
    for (const value of values) {
        if (typeof value === 'boolean') options = { ...options, allOrNone: value };
        else if (value instanceof AccessLevelValue) options = { ...options, access: value.level };
        else if (value instanceof SObjectField) options = { ...options, externalIdField: value.info };
        else if (isDmlOptions(value)) {
            options = { ...options, allOrNone: isAllOrNone(value), options: toDmlOptions(value) };
        }
    }
    return options;
}

type SaveOperation = Exclude<DmlOperation, 'merge'>;

const RESULTS = {
    insert: 'SaveResult',
    update: 'SaveResult',
    upsert: 'UpsertResult',
    delete: 'DeleteResult',
    undelete: 'UndeleteResult',
} as const satisfies Record<SaveOperation, string>;

/** A list answers with a list of results, a single record or id with one result. */
function operationFunctions(operation: SaveOperation): Functions {
    const body = blocking(function* (target: unknown, ...rest: unknown[]): Generator<Waiting, unknown, void> {
        const { outcomes } = yield* runDml({ operation, target, ...statementOptions(rest) });
        const [first] = outcomes;
        if (target instanceof ApexList || first === undefined) return rowResults(RESULTS[operation], outcomes);
        return rowResult(RESULTS[operation], first);
    });
    return overloads('System.Database', operation, body);
}

const merge = blocking(function* (
    winner: unknown,
    losers: unknown,
    ...rest: unknown[]
): Generator<Waiting, unknown, void> {
    const { outcomes } = yield* runDml({
        operation: 'merge',
        target: winner,
        mergeIds: [idsOf(losers)],
        ...statementOptions(rest),
    });
    const [first] = outcomes;
    return losers instanceof ApexList || first === undefined
        ? rowResults('MergeResult', outcomes)
        : rowResult('MergeResult', first);
});

const emptyRecycleBin = blocking(function* (target: unknown): Generator<Waiting, unknown, void> {
    const outcomes = yield* current.transaction.database.emptyRecycleBin(idsOf(target));
    const [first] = outcomes;
    return target instanceof ApexList || first === undefined
        ? rowResults('EmptyRecycleBinResult', outcomes)
        : rowResult('EmptyRecycleBinResult', first);
});

export const dmlFunctions: Functions = {
    ...operationFunctions('insert'),
    ...operationFunctions('update'),
    ...operationFunctions('upsert'),
    ...operationFunctions('delete'),
    ...operationFunctions('undelete'),
    ...overloads('System.Database', 'merge', merge),
    ...overloads('System.Database', 'emptyRecycleBin', emptyRecycleBin),
};
