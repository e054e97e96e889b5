import type { ApexList } from '../../collections/list.ts';
import { ApexMap } from '../../collections/map.ts';
import { equalsMethod, hashCode } from '../../equality.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import { tokenOfElements } from '../../schema/token-of-elements.ts';
import { cloneRecord } from '../../sobject/clone.ts';
import { SObject } from '../../sobject/sobject.ts';
import { apexToString } from '../../to-string.ts';
import type { RuntimeType } from '../../types.ts';
import { nonNull } from '../receiver.ts';

/** @throws System.ListException for a record without id: a map from records is keyed by id */
function putRecords(map: ApexMap, records: ApexList): void {
    records.items.forEach((record, row) => {
        if (!(record instanceof SObject))
            throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
        if (record.id === null) throwApex('System.ListException', `Row with null Id at index: ${row}`);
        const key = record.id;
        if (map.containsKey(key)) throwApex('System.ListException', `Row with duplicate Id at index: ${row}`);
        map.put(key, record);
    });
}

function deepClone(map: ApexMap): ApexMap {
    const options = { preserveId: true, preserveReadonlyTimestamps: true, preserveAutonumber: true, deep: true };
    return ApexMap.of(
        map.keyType,
        map.valueType,
        [...map.store.entries].map(([key, value]) => [
            key,
            value instanceof SObject ? cloneRecord(value, options) : value,
        ]),
    );
}

/** Constructors take key and value type first: they are the type arguments of the `new` expression. */
export const mapLibrary: TypeLibrary = {
    type: 'System.Map',
    constructors: {
        'new()': (keyType: RuntimeType, valueType: RuntimeType) => new ApexMap(keyType, valueType),
        'new(Map<K,V>)': (keyType: RuntimeType, valueType: RuntimeType, source: ApexMap) =>
            ApexMap.of(keyType, valueType, source.store.entries),
        'new(List<SObject>)': (keyType: RuntimeType, valueType: RuntimeType, records: ApexList) => {
            const map = new ApexMap(keyType, valueType);
            putRecords(map, records);
            return map;
        },
    },
    methods: {
        'clear()': (map: ApexMap) => map.clear(),
        'clone()': (map: ApexMap) => map.clone(),
        'containsKey(K)': (map: ApexMap, key: unknown) => map.containsKey(key),
        'deepClone()': deepClone,
        'equals(Map<K,V>)': (map: ApexMap, other: ApexMap | null) => equalsMethod(nonNull(map), other),
        'get(K)': (map: ApexMap, key: unknown) => map.get(key),
        'getSObjectType()': (map: ApexMap) => tokenOfElements(map.valueType),
        'hashCode()': (map: ApexMap) => hashCode(nonNull(map)),
        'isEmpty()': (map: ApexMap) => map.isEmpty(),
        'keySet()': (map: ApexMap) => map.keySet(),
        'put(K,V)': (map: ApexMap, key: unknown, value: unknown) => map.put(key, value),
        'putAll(List<SObject>)': putRecords,
        'putAll(Map<K,V>)': (map: ApexMap, source: ApexMap) => map.putAll(source),
        'remove(K)': (map: ApexMap, key: unknown) => map.remove(key),
        'size()': (map: ApexMap) => map.size(),
        'toString()': (map: ApexMap) => apexToString(nonNull(map)),
        'values()': (map: ApexMap) => map.values(),
    },
};
