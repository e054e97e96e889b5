import type { DmlRequest, DmlRowOutcome, SObjectFieldInfo, Waiting } from '@sw-studio/apex/runtime';
import { foldText } from '@sw-studio/soql';
import { toStoredValue } from '../rows/apex-value.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { DmlContext } from './dml-context.ts';
import { describe, runStatement, saveAll } from './execute-dml.ts';
import { isGood, saveRow, type SaveRow } from './save-row.ts';
import { dmlError } from './sentences.ts';

/**
 * Rows whose key is found are updated, the others inserted: inserts first, then updates, each in chunks of 200. A key
 * that another open transaction has just inserted is not found; the insert then waits for it and fails as a duplicate.
 */
export function* executeUpsert(context: DmlContext, request: DmlRequest): Generator<Waiting, DmlRowOutcome[], void> {
    const { allOrNone, options, externalIdField } = request;
    const rows = request.records.map((record, index) => saveRow(index, record));
    yield { kind: 'database', detail: `UPSERT ${describe(request.records)}` };
    return yield* runStatement(context, rows, allOrNone, function* () {
        if (externalIdField != null && externalIdField.type !== 'id') matchRows(context, rows, externalIdField);
        const matched = rows.filter(isGood);
        if (allOrNone && matched.length < rows.length) return;
        const [inserts, updates] = [matched.filter((row) => row.id === null), matched.filter((row) => row.id !== null)];
        yield* saveAll(context, 'insert', inserts, allOrNone, options ?? {});
        if (allOrNone && !inserts.every(isGood)) return;
        yield* saveAll(context, 'update', updates, allOrNone, options ?? {});
    });
}

function matchRows(context: DmlContext, rows: readonly SaveRow[], key: SObjectFieldInfo): void {
    const seen = new Set<StoredValue>();
    for (const row of rows) {
        const value = toStoredValue(key.type, row.record.values[key.slot]);
        const folded = typeof value === 'string' && !key.caseSensitive ? foldText(value) : value;
        if (value === null) row.errors.push(dmlError('missingExternalId', [key.name], key.name));
        else if (seen.has(folded)) row.errors.push(dmlError('duplicateExternalId', [key.name], String(value)));
        else matchRow(context, row, key, value);
        seen.add(folded);
    }
}

function matchRow({ transaction, schema }: DmlContext, row: SaveRow, key: SObjectFieldInfo, value: StoredValue): void {
    const object = schema.require(row.record.type.name);
    const candidates = transaction.rowsWith(object, key.slot, value) ?? [];
    const found = key.caseSensitive ? candidates.filter((candidate) => candidate[key.slot] === value) : candidates;
    if (found.length > 1) {
        row.errors.push(dmlError('externalIdAmbiguous', [key.name], found.map(([id]) => String(id)).join(', ')));
    } else if (found[0] !== undefined) {
        // A record that carries an id as well is still the one that the key names.
        row.existingId = found[0][0] as string;
        row.id = row.existingId;
    }
}
