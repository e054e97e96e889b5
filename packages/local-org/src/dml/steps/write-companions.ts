import type { Waiting } from '@sw-studio/apex/runtime';
import type { SaveChunk } from '../dml-context.ts';
import { writeHistory } from '../field-history.ts';
import { standardBehaviour } from '../standard-behaviour/index.ts';
import { RowValues } from '../standard-behaviour/row-values.ts';

/** Rows that the platform writes beside a saved one: the document of a file, the history of tracked fields. */
export function* writeCompanions({ context, object, rows }: SaveChunk): Generator<Waiting, void, void> {
    const complete = standardBehaviour(object.name)?.complete;
    for (const row of rows) {
        complete?.(new RowValues(context, object, row));
        if (object.trackHistory) writeHistory(context, object, row);
    }
}
