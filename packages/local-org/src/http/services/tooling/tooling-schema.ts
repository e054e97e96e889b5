import { QueryPlanner } from '../../../query/query-planner.ts';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import type { OrgSchema } from '../../../schema/org-schema.ts';
import { type SoqlObjectView, SoqlSchemaView } from '../../../schema/soql-schema.ts';
import { findToolingObject } from '../../../schema/tooling-objects.ts';
import type { StoredValue } from '../../../store/stored-row.ts';
import type { OrgTransaction } from '../../../transaction/org-transaction.ts';

/** The schema as queries of the Tooling API see it: with its own objects. */
class ToolingSchemaView extends SoqlSchemaView {
    override object(name: string): SoqlObjectView | undefined {
        const own = findToolingObject(name);
        return own === undefined ? super.object(name) : this.of(own);
    }
}

const planners = new WeakMap<OrgSchema, QueryPlanner>();

export function toolingPlanner(schema: OrgSchema): QueryPlanner {
    let planner = planners.get(schema);
    if (planner === undefined) {
        planner = new QueryPlanner(schema, '', new ToolingSchemaView(schema, ''));
        planners.set(schema, planner);
    }
    return planner;
}

/** Writes a row of an object of the Tooling API. @returns its id */
export function writeToolingRow(
    transaction: OrgTransaction,
    object: ObjectSchema,
    userId: string,
    values: Readonly<Record<string, StoredValue>>,
    id = transaction.store.ids.next(object.keyPrefix ?? '000'),
): string {
    const now = Math.floor(transaction.now() / 1000) * 1000;
    const before = transaction.row(object, id) ?? object.fields.map(() => null);
    const row = [...before];
    const audit = { ...(before[0] == null && { CreatedDate: now, CreatedById: userId }), LastModifiedDate: now };
    for (const [name, value] of Object.entries({ ...audit, ...values, Id: id })) {
        const slot = object.field(name)?.slot;
        if (slot !== undefined) row[slot] = value;
    }
    transaction.write(object, id, row);
    return id;
}

/** Removes all rows of an object of the Tooling API. */
export function clearToolingRows(transaction: OrgTransaction, object: ObjectSchema): void {
    for (const row of [...transaction.scan(object)]) transaction.write(object, row[0] as string, row, 'purged');
}
