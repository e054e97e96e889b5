import type { ApexList, ListIterator } from '../../collections/list.ts';
import { ApexSet } from '../../collections/set.ts';
import { equalsMethod, hashCode } from '../../equality.ts';
import type { TypeLibrary } from '../../library.ts';
import { apexToString } from '../../to-string.ts';
import type { RuntimeType } from '../../types.ts';
import { nonNull } from '../receiver.ts';

/** Constructors take the element type first: it is the type argument of the `new` expression. */
export const setLibrary: TypeLibrary = {
    type: 'System.Set',
    constructors: {
        'new()': (elementType: RuntimeType) => new ApexSet(elementType),
        'new(List<T>)': (elementType: RuntimeType, source: ApexList) => ApexSet.of(elementType, source.items),
        'new(Set<T>)': (elementType: RuntimeType, source: ApexSet) => ApexSet.of(elementType, source.values()),
    },
    methods: {
        'add(T)': (set: ApexSet, value: unknown) => set.add(value),
        'addAll(List<T>)': (set: ApexSet, values: ApexList) => set.addAll(values),
        'addAll(Set<T>)': (set: ApexSet, values: ApexSet) => set.addAll(values),
        'clear()': (set: ApexSet) => set.clear(),
        'clone()': (set: ApexSet) => set.clone(),
        'contains(T)': (set: ApexSet, value: unknown) => set.contains(value),
        'containsAll(List<T>)': (set: ApexSet, values: ApexList) => set.containsAll(values),
        'containsAll(Set<T>)': (set: ApexSet, values: ApexSet) => set.containsAll(values),
        'equals(Set<Object>)': (set: ApexSet, other: ApexSet | null) => equalsMethod(nonNull(set), other),
        'hashCode()': (set: ApexSet) => hashCode(nonNull(set)),
        'isEmpty()': (set: ApexSet) => set.isEmpty(),
        'iterator()': (set: ApexSet): ListIterator => set.iterator$(),
        'remove(T)': (set: ApexSet, value: unknown) => set.remove(value),
        'removeAll(List<T>)': (set: ApexSet, values: ApexList) => set.removeAll(values),
        'removeAll(Set<T>)': (set: ApexSet, values: ApexSet) => set.removeAll(values),
        'retainAll(List<T>)': (set: ApexSet, values: ApexList) => set.retainAll(values),
        'retainAll(Set<T>)': (set: ApexSet, values: ApexSet) => set.retainAll(values),
        'size()': (set: ApexSet) => set.size(),
        'toString()': (set: ApexSet) => apexToString(nonNull(set)),
    },
};
