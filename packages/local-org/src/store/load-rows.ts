import { findInternalObject } from '../schema/internal-objects.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { KeptRow } from './durability.ts';
import { rowPlacer } from './row-placer.ts';
import type { Store } from './store.ts';
import type { StoredRow } from './stored-row.ts';

interface Reader {
    readonly object: ObjectSchema;
    readonly place: (values: StoredRow) => StoredRow;
}

/** Puts kept rows into the tables of a schema. Rows of objects, and values of fields, that it no longer has stay out. */
export function loadRows(store: Store, schema: OrgSchema, rows: Iterable<KeptRow>): void {
    const readers = new Map<readonly string[], Reader | null>();
    for (const { object: name, fields, id, values, recycled, deletedWith } of rows) {
        let reader = readers.get(fields);
        if (reader === undefined) {
            const object = schema.object(name) ?? findInternalObject(name);
            reader = object === undefined ? null : { object, place: rowPlacer(fields, object) };
            readers.set(fields, reader);
        }
        if (reader === null) continue;
        store.table(reader.object).load(id, reader.place(values), recycled ? 'recycled' : 'live', deletedWith);
    }
}
