import { ApexList, type ListIterator } from '../../collections/list.ts';
import type { ApexSet } from '../../collections/set.ts';
import { equalsMethod, hashCode } from '../../equality.ts';
import type { TypeLibrary } from '../../library.ts';
import { tokenOfElements } from '../../schema/token-of-elements.ts';
import { cloneRecord } from '../../sobject/clone.ts';
import { SObject } from '../../sobject/sobject.ts';
import { nonNull } from '../receiver.ts';
import { apexToString } from '../../to-string.ts';
import type { RuntimeType } from '../../types.ts';

interface Comparator {
    compare$object$object(left: unknown, right: unknown): number;
}

function deepClone(
    list: ApexList,
    preserveId = false,
    preserveReadonlyTimestamps = false,
    preserveAutonumber = false,
): ApexList {
    const copies = list.items.map((item) =>
        item instanceof SObject
            ? cloneRecord(item, { preserveId, deep: true, preserveReadonlyTimestamps, preserveAutonumber })
            : item,
    );
    return new ApexList(list.elementType, copies);
}

/** Constructors take the element type first: it is the type argument of the `new` expression. */
export const listLibrary: TypeLibrary = {
    type: 'System.List',
    constructors: {
        'new()': (elementType: RuntimeType) => new ApexList(elementType),
        'new(Integer)': (elementType: RuntimeType, size: number) => ApexList.ofLength(elementType, size),
        'new(List<T>)': (elementType: RuntimeType, source: ApexList) => ApexList.of(elementType, source.items),
        'new(Set<T>)': (elementType: RuntimeType, source: ApexSet) => ApexList.of(elementType, source.values()),
    },
    methods: {
        'add(T)': (list: ApexList, value: unknown) => list.add(value),
        'add(Integer,T)': (list: ApexList, index: number, value: unknown) => list.addAt(index, value),
        'addAll(List<T>)': (list: ApexList, values: ApexList) => list.addAll(values),
        'addAll(Set<T>)': (list: ApexList, values: ApexSet) => list.addAll(values),
        'clear()': (list: ApexList) => list.clear(),
        'clone()': (list: ApexList) => list.clone(),
        'contains(T)': (list: ApexList, value: unknown) => list.contains(value),
        'deepClone()': (list: ApexList) => deepClone(list),
        'deepClone(Boolean)': deepClone,
        'deepClone(Boolean,Boolean)': deepClone,
        'deepClone(Boolean,Boolean,Boolean)': deepClone,
        'equals(List<T>)': (list: ApexList, other: ApexList | null) => equalsMethod(nonNull(list), other),
        'get(Integer)': (list: ApexList, index: number) => list.get(index),
        'getSObjectType()': (list: ApexList) => tokenOfElements(list.elementType),
        'hashCode()': (list: ApexList) => hashCode(nonNull(list)),
        'indexOf(T)': (list: ApexList, value: unknown) => list.indexOf(value),
        'isEmpty()': (list: ApexList) => list.isEmpty(),
        'iterator()': (list: ApexList): ListIterator => list.iterator$(),
        'remove(Integer)': (list: ApexList, index: number) => list.remove(index),
        'set(Integer,T)': (list: ApexList, index: number, value: unknown) => list.set(index, value),
        'size()': (list: ApexList) => list.size(),
        'sort()': (list: ApexList) => list.sort(),
        'sort(Comparator<T>)': (list: ApexList, comparator: Comparator) =>
            list.sort((left, right) => comparator.compare$object$object(left, right)),
        'toString()': (list: ApexList) => apexToString(nonNull(list)),
    },
};
