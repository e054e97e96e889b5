import type { SelectShape } from '../plan/shape.ts';
import type { SoqlObject } from '../schema.ts';
import type { StoredRow, StoredValue } from '../source.ts';

/** A value of a record: stored, a parent record (null when there is none), or the records of a child query. */
export type ResultValue = StoredValue | ResultRecord | readonly ResultRecord[];

export interface ResultRecord {
    /** The object of this very record: parents of polymorphic lookups differ from row to row. */
    readonly object: SoqlObject;
    readonly shape: SelectShape;
    /** The whole stored row; a row of an aggregate query has the group's values in an order of its own. */
    readonly row: StoredRow;
    /** In the order of `shape.outputs`. */
    readonly values: readonly ResultValue[];
}

export interface QueryResult {
    readonly kind: 'records' | 'aggregate' | 'count';
    readonly shape: SelectShape;
    /** Empty for `SELECT COUNT()`. */
    readonly records: readonly ResultRecord[];
    /** Number of records, or what `SELECT COUNT()` counted. */
    readonly count: number;
    /**
     * What counts against the limit of rows retrieved: records and their children; for aggregates, every row that was
     * aggregated; 1 for `SELECT COUNT()`.
     */
    readonly rows: number;
    /** Rows of the queried object that were looked at. */
    readonly examined: number;
    readonly access: 'id' | 'index' | 'scan';
}
