import { compareValues } from '../compare.ts';
import type { SObjectFieldInfo, SObjectTypeInfo } from './sobject-type.ts';
import type { SObject } from './sobject.ts';

/**
 * The order in which lists of records sort (Apex Developer Guide, "Default Sort Order of sObjects"): by the label of the
 * object, then by Name, then by the other standard fields and last by the custom fields, each group by label.
 */
export function compareRecords(left: SObject, right: SObject): number {
    if (left.type !== right.type) return compareValues(left.type.label, right.type.label);
    for (const { slot } of fieldOrder(left.type)) {
        const order = compareValues(left.values[slot] ?? null, right.values[slot] ?? null);
        if (order !== 0) return order;
    }
    return 0;
}

const orders = new WeakMap<SObjectTypeInfo, readonly SObjectFieldInfo[]>();

function fieldOrder(type: SObjectTypeInfo): readonly SObjectFieldInfo[] {
    let fields = orders.get(type);
    if (fields === undefined) {
        const rank = (field: SObjectFieldInfo): number => (field.nameField ? 0 : field.custom ? 2 : 1);
        fields = type.fields
            .filter((field) => field.slot !== 0)
            .toSorted((left, right) => rank(left) - rank(right) || compareValues(left.label, right.label));
        orders.set(type, fields);
    }
    return fields;
}
