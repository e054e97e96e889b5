import type { DmlError, SObject } from '@sw-studio/apex/runtime';
import type { StoredRow, StoredValue } from '../store/stored-row.ts';

/** One record on its way through a save. */
export interface SaveRow {
    /** Position in the statement. */
    readonly index: number;
    /** The caller's record: read, and given its id at the end; never changed otherwise. */
    readonly record: SObject;
    /** Of an existing row: the caller's, or the one that an upsert found. Null for a new one. */
    existingId: string | null;
    /** Null until a new row is saved. */
    id: string | null;
    /** The row as it was; null for a new one. */
    previous: StoredRow | null;
    /** The row as it will be, by slot. */
    values: StoredValue[];
    /** What triggers see as new and old; built only where triggers run. */
    newRecord: SObject | null;
    oldRecord: SObject | null;
    /** Values that the platform itself puts into the row, by slot: roll-ups. */
    readonly computed: readonly (readonly [slot: number, value: StoredValue])[];
    /** Whether the row was written since the last savepoint of its chunk. */
    written: boolean;
    /** A row with errors takes no part in the steps that follow. */
    readonly errors: DmlError[];
}

export function saveRow(index: number, record: SObject): SaveRow {
    return {
        index,
        record,
        existingId: record.id,
        id: record.id,
        previous: null,
        values: [],
        newRecord: null,
        oldRecord: null,
        computed: [],
        written: false,
        errors: [],
    };
}

export function isGood(row: SaveRow): boolean {
    return row.errors.length === 0;
}
