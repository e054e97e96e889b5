import type { DmlError, SObject } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import { toStoredValue } from '../../rows/apex-value.ts';
import { saveRow } from '../save-row.ts';
import { dmlError } from '../sentences.ts';
import { checkFields } from './field-checks.ts';

/** What keeps an event from being accepted: the same rules of required fields and sizes as for rows. */
export function checkEvent(event: SObject): readonly DmlError[] {
    const object = event.type as ObjectSchema;
    if (object.kind !== 'platformEvent') return [dmlError('operationNotAllowed', [], 'PUBLISH', object.name)];
    const row = saveRow(0, event);
    row.values = object.fields.map((field) => toStoredValue(field.type, event.values[field.slot]));
    checkFields(object, row, {});
    return row.errors;
}
