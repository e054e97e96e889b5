import type { Waiting } from '@sw-studio/apex/runtime';
import type { SaveChunk } from '../dml-context.ts';
import { standardBehaviour } from '../standard-behaviour/index.ts';
import { RowValues } from '../standard-behaviour/row-values.ts';

/** Values of standard objects that follow from others: names of people, what a stage means, sizes of files. */
export function* deriveValues({ context, object, rows }: SaveChunk): Generator<Waiting, void, void> {
    const derive = standardBehaviour(object.name)?.derive;
    if (derive === undefined) return;
    for (const row of rows) {
        const error = derive(new RowValues(context, object, row));
        if (error !== undefined) row.errors.push(error);
    }
}
