import type { SObject } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../../../schema/object-schema.ts';
import type { OrgSchema } from '../../../schema/org-schema.ts';
import { fieldValue } from '../../records/field-value.ts';
import { readRecord } from '../../records/read-record.ts';
import { idOf } from '../sobjects/model.ts';
import { bulkErrors } from './errors.ts';

/** Text that stands for null: an empty cell leaves the field as it is (Bulk API 2.0, "Valid CSV Record Rows"). */
const NULL = '#N/A';

/** The sentence for a header that does not fit the object; null: it fits. */
export function headerProblem(
    object: ObjectSchema,
    columns: readonly string[],
    namespace: string,
    needsId: boolean,
): string | null {
    for (const column of columns) {
        const [first = '', ...rest] = column.split('.');
        const isKnown =
            rest.length === 0
                ? object.fieldIn(first, namespace) !== undefined
                : object.relationshipIn(first.split(':').at(-1) ?? '', namespace) !== undefined;
        if (!isKnown) return bulkErrors.unknownColumn(column);
    }
    const hasId = columns.some((column) => column.toLowerCase() === 'id');
    return needsId && !hasId ? bulkErrors.noIdColumn : null;
}

/** A row of the upload as a record. A column `Parent__r.Key__c` names the parent by its external id. @throws ApiError */
export function readRow(
    schema: OrgSchema,
    object: ObjectSchema,
    row: Readonly<Record<string, string>>,
    namespace: string,
): SObject {
    const json: Record<string, unknown> = {};
    let id: string | null = null;
    for (const [column, text] of Object.entries(row)) {
        if (text === '') continue;
        const value = text === NULL ? null : text;
        const dot = column.indexOf('.');
        if (column.toLowerCase() === 'id') id = text;
        else if (dot < 0) json[column] = value;
        else json[relationshipOf(column.slice(0, dot))] = value === null ? null : { [column.slice(dot + 1)]: value };
    }
    const record = readRecord(schema, object, json, namespace);
    if (id !== null) record.values[0] = fieldValue(object.fields[0] as ObjectSchema['fields'][number], idOf(id));
    return record;
}

/** `Contact:Who` names the type of a polymorphic parent before the relationship. */
function relationshipOf(text: string): string {
    return text.slice(text.indexOf(':') + 1);
}
