import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { DmlContext } from './dml-context.ts';
import type { SaveRow } from './save-row.ts';
import { writeCompanion } from './standard-behaviour/companion-rows.ts';

/** Of long text only the fact of a change is kept (Salesforce Help, "Field History Tracking"). */
const VALUELESS = new Set<FieldSchema['type']>(['longtextarea', 'html', 'multipicklist', 'encryptedstring']);

const trackedOfObject = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

/** A row of the history object for the creation, and for each tracked field that changed. */
export function writeHistory(context: DmlContext, object: ObjectSchema, row: SaveRow): void {
    const history = historyOf(context, object);
    // Tests leave no history behind.
    if (history === undefined || context.transaction.hidesCommitted(history.object)) return;
    const write = (Field: string, OldValue: StoredValue, NewValue: StoredValue): void =>
        void writeCompanion(context, history.object.name, { [history.parentField]: row.id, Field, OldValue, NewValue });
    const { previous } = row;
    if (previous === null) {
        write('created', null, null);
        return;
    }
    for (const field of trackedFields(object)) {
        const [before, after] = [previous[field.slot] ?? null, row.values[field.slot] ?? null];
        if (before === after) continue;
        if (VALUELESS.has(field.type)) write(field.name, null, null);
        else write(field.name, before, after);
    }
}

function trackedFields(object: ObjectSchema): readonly FieldSchema[] {
    let tracked = trackedOfObject.get(object);
    if (tracked === undefined) {
        tracked = object.fields.filter(({ trackHistory }) => trackHistory);
        trackedOfObject.set(object, tracked);
    }
    return tracked;
}

/** `Foo__History` with ParentId, `AccountHistory` with AccountId; opportunities keep theirs in OpportunityFieldHistory. */
function historyOf(
    { schema }: DmlContext,
    { name, custom }: ObjectSchema,
): { object: ObjectSchema; parentField: string } | undefined {
    const historyName = custom
        ? `${name.slice(0, -'c'.length)}History`
        : name === 'Opportunity'
          ? 'OpportunityFieldHistory'
          : `${name}History`;
    const object = schema.object(historyName);
    return object && { object, parentField: custom ? 'ParentId' : `${name}Id` };
}
