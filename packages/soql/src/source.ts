import type { SoqlObject } from './schema.ts';

/**
 * A stored value: text, picklists, multi-picklists (`a;b`), ids (18 characters) and base64 are strings; dates are whole
 * days since 1970-01-01 UTC, datetimes milliseconds since then, times milliseconds of the day. `undefined` is null.
 */
export type StoredValue = string | number | boolean | null | undefined;

/** One record: values by field slot. */
export type StoredRow = readonly StoredValue[];

export interface ScanOptions {
    /** `ALL ROWS`: rows in the recycle bin too. */
    readonly includeDeleted: boolean;
}

export interface RangeBounds {
    readonly from?: StoredValue;
    readonly fromInclusive?: boolean;
    readonly to?: StoredValue;
    readonly toInclusive?: boolean;
    readonly descending?: boolean;
}

/**
 * Where rows come from: committed rows merged with the transaction's own. Index answers are candidates, so they may hold
 * too much but never too little; the filter is always checked again. Deleted rows are answered by `scan` alone.
 */
export interface RowSource {
    byId(object: SoqlObject, id: string): StoredRow | undefined;
    scan(object: SoqlObject, options: ScanOptions): Iterable<StoredRow>;
    /** Rows whose slot equals one of the values (text: in any case); undefined when the slot has no index. */
    lookup(object: SoqlObject, slot: number, values: readonly StoredValue[]): Iterable<StoredRow> | undefined;
    /** About how many rows `lookup` would answer, without reading them; lets the cheapest of several indexes be taken. */
    lookupSize?(object: SoqlObject, slot: number, values: readonly StoredValue[]): number | undefined;
    /**
     * Rows between the bounds in index order, nulls first (last when descending); undefined when the slot has no index.
     * Text is ordered as `compareText` does. Rows with a null are answered only where there is no bound.
     */
    range(object: SoqlObject, slot: number, bounds: RangeBounds): Iterable<StoredRow> | undefined;
    /** About how many rows the object has. */
    estimate?(object: SoqlObject): number;
}
