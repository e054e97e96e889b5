import type { Output, ResultRecord, ResultValue } from '@sw-studio/soql';
import type { SoqlObjectView } from '../../schema/soql-schema.ts';
import type { StoredValue } from '../../store/stored-row.ts';
import { storedToJson } from './stored-json.ts';

export type RecordJson = Record<string, unknown>;

/**
 * A record of a query as the REST API answers it: what was selected, in that order, under the names of the schema.
 *
 * @param root `/services/data/v64.0`, or with `/tooling`
 */
export function recordJson(record: ResultRecord, root: string): RecordJson {
    const { schema } = record.object as SoqlObjectView;
    const isAggregate = isAggregateRow(record);
    const url = `${root}/sobjects/${schema.name}/${String(record.row[0])}`;
    const json: RecordJson = {
        attributes: isAggregate ? { type: 'AggregateResult' } : { type: schema.name, url },
    };
    record.shape.outputs.forEach((output, index) => {
        json[nameOf(output, record)] = valueJson(output, record.values[index], record, root);
    });
    return json;
}

/** Rows of aggregate queries hold nothing but expressions: a plain query always selects a field, a parent or children. */
function isAggregateRow({ shape }: ResultRecord): boolean {
    return shape.outputs.every(({ kind }) => kind === 'expression');
}

function nameOf(output: Output, record: ResultRecord): string {
    if (output.kind !== 'field' || output.field === undefined) return output.name;
    const { schema } = record.object as SoqlObjectView;
    return schema.fields[output.field.slot]?.name ?? output.name;
}

function valueJson(output: Output, value: ResultValue | undefined, record: ResultRecord, root: string): unknown {
    switch (output.kind) {
        case 'parent':
            return value === null || value === undefined ? null : recordJson(value as ResultRecord, root);
        case 'children':
            return childrenJson(value as readonly ResultRecord[], root);
        case 'type':
            return value ?? null;
        case 'expression':
            return storedToJson(output.type, value as StoredValue);
        case 'field':
            return fieldJson(output, value as StoredValue, record, root);
    }
}

/** null where there are none, as the platform answers. */
function childrenJson(children: readonly ResultRecord[], root: string): unknown {
    if (children.length === 0) return null;
    return { totalSize: children.length, done: true, records: children.map((child) => recordJson(child, root)) };
}

/** Bytes are not answered but where they are read. */
function fieldJson(
    { field, name }: Extract<Output, { kind: 'field' }>,
    value: StoredValue,
    { object, row }: ResultRecord,
    root: string,
): unknown {
    if (field === undefined) return null;
    if (field.type !== 'base64') return storedToJson(field.type, value);
    const isEmpty = value === null || value === undefined;
    return isEmpty ? null : `${root}/sobjects/${object.name}/${String(row[0])}/${name}`;
}
