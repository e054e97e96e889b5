import type { DmlError, DmlRowOutcome, SObject } from '@sw-studio/apex/runtime';
import { checkFields } from '../../dml/checks/field-checks.ts';
import type { DmlContext } from '../../dml/dml-context.ts';
import { loadValues } from '../../dml/load-values.ts';
import { saveRow } from '../../dml/save-row.ts';
import { dmlError } from '../../dml/sentences.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { StoredValue } from '../../store/stored-row.ts';
import type { EventDraft } from '../log/event-record.ts';
import { nextEventUuid } from './event-uuid.ts';

export interface PreparedEvent {
    readonly event: SObject;
    readonly draft: EventDraft;
    readonly behavior: 'PublishAfterCommit' | 'PublishImmediately';
}

export interface PreparedEvents {
    /** One per event, in order: a success says no more than that the event is queued. */
    readonly outcomes: DmlRowOutcome[];
    /** Those that are accepted. */
    readonly events: readonly PreparedEvent[];
}

/** Fields that the bus fills in. */
const SYSTEM_FIELDS = new Set(['Id', 'ReplayId', 'EventUuid', 'CreatedDate', 'CreatedById']);

/**
 * Checks events by the rules of required fields and sizes that rows have, defaults filled in.
 *
 * @param capacity how many events may still be published
 */
export function prepareEvents(context: DmlContext, events: readonly SObject[], capacity: number): PreparedEvents {
    const prepared: PreparedEvent[] = [];
    const outcomes = events.map((event): DmlRowOutcome => {
        const object = event.type as ObjectSchema;
        const { errors, values } = valuesOf(context, object, event);
        if (errors.length === 0 && prepared.length >= capacity) errors.push(dmlError('publishLimit', []));
        if (errors.length > 0) return { success: false, id: null, created: false, errors };
        const { store } = context.transaction;
        const uuid = givenUuid(event) ?? nextEventUuid(store, context.organizationId);
        prepared.push({
            event,
            draft: { topic: object.name, uuid, publishedBy: context.user.id, values, header: null },
            behavior: object.publishBehavior ?? 'PublishImmediately',
        });
        const id = store.ids.next(object.keyPrefix ?? 'e00');
        return { success: true, id, created: true, errors: [], eventUuid: uuid };
    });
    return { outcomes, events: prepared };
}

function valuesOf(
    context: DmlContext,
    object: ObjectSchema,
    event: SObject,
): { errors: DmlError[]; values: Record<string, StoredValue> } {
    if (object.kind !== 'platformEvent' || !object.createable) {
        return { errors: [dmlError('operationNotAllowed', [], 'PUBLISH', object.name)], values: {} };
    }
    const row = saveRow(0, event);
    loadValues({ context, object, operation: 'insert', rows: [row], options: {} }, row);
    checkFields(object, row, {});
    const values: Record<string, StoredValue> = {};
    for (const { name, slot } of object.fields) {
        const value = row.values[slot] ?? null;
        if (value !== null && !SYSTEM_FIELDS.has(name)) values[name] = value;
    }
    return { errors: row.errors, values };
}

/** `newSObject(null, true)` gives the event its UUID before it is published. */
function givenUuid({ type, values }: SObject): string | null {
    const slot = type.field('EventUuid')?.slot;
    return slot === undefined ? null : ((values[slot] ?? null) as string | null);
}
