import { ApexList } from '../collections/list.ts';
import type { SObject } from '../sobject/sobject.ts';
import { populatedEntries } from '../sobject/populated.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { isoDatetime, type Serializer } from './serialize.ts';

/** The API version in the `attributes.url` of records. */
const API_VERSION = 'v65.0';

/**
 * A record as JSON: `attributes`, then what it holds. Null fields of queried records are left out, null fields that code
 * set are kept; date-times end in `+0000`; child records are wrapped as in a query result.
 */
export function writeRecord(serializer: Serializer, record: SObject): void {
    const { writer } = serializer;
    writer.startObject();
    writer.fieldName('attributes');
    writer.startObject();
    serializer.member('type', record.type.name);
    if (record.id !== null) {
        serializer.member('url', `/services/data/${API_VERSION}/sobjects/${record.type.name}/${record.id}`);
    }
    writer.endObject();
    for (const [name, value] of populatedEntries(record)) {
        if (value === null && (record.queried || serializer.suppressNulls)) continue;
        writer.fieldName(name);
        if (value instanceof ApexDatetime) writer.string(isoDatetime(value).replace('Z', '+0000'));
        else if (value instanceof ApexList && value.elementType.kind === 'sobject') writeChildren(serializer, value);
        else serializer.write(value);
    }
    writer.endObject();
}

function writeChildren(serializer: Serializer, children: ApexList): void {
    const { writer } = serializer;
    writer.startObject();
    serializer.member('totalSize', children.items.length);
    serializer.member('done', true);
    writer.fieldName('records');
    serializer.writeArray(children.items);
    writer.endObject();
}
