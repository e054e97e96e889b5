import {
    ApexBlob,
    ApexDate,
    ApexDatetime,
    ApexList,
    ApexMap,
    ApexSet,
    ApexTime,
    BoxedDouble,
    Decimal,
    SObject,
    isValidId,
} from '@sw-studio/apex/runtime';
import type { BindValue, StoredValue } from '@sw-studio/soql';

/** The value of a bind variable in the form that SOQL compares: collections as lists, records as their ids. */
export function bindValue(value: unknown): BindValue {
    const items = collectionItems(value);
    if (items === undefined) return scalar(value);
    const scalars = items.map(scalar);
    const kind = scalars.find((item) => item.kind !== 'null')?.kind ?? 'null';
    return { kind, value: scalars.map((item) => item.value as StoredValue) };
}

/** Lists and sets stand for their elements, a map for its keys. */
function collectionItems(value: unknown): readonly unknown[] | undefined {
    if (value instanceof ApexList) return value.items;
    if (value instanceof ApexSet) return value.values();
    return value instanceof ApexMap ? value.keySet().values() : undefined;
}

function scalar(value: unknown): BindValue {
    if (value === null || value === undefined) return { kind: 'null', value: null };
    if (typeof value === 'string') return { kind: isValidId(value) ? 'id' : 'string', value };
    if (typeof value === 'boolean') return { kind: 'boolean', value };
    if (typeof value === 'number') return { kind: 'number', value };
    if (typeof value === 'bigint') return { kind: 'number', value: Number(value) };
    if (value instanceof Decimal) return { kind: 'number', value: value.doubleValue() };
    if (value instanceof BoxedDouble) return { kind: 'number', value: value.value };
    if (value instanceof ApexDate) return { kind: 'date', value: value.epochDay };
    if (value instanceof ApexDatetime) return { kind: 'datetime', value: value.milliseconds };
    if (value instanceof ApexTime) return { kind: 'time', value: value.milliseconds };
    if (value instanceof ApexBlob) return { kind: 'string', value: Buffer.from(value.bytes).toString('base64') };
    if (value instanceof SObject) return { kind: 'id', value: value.id };
    throw new TypeError('A bind variable holds a primitive value, a record or a collection of them');
}
