import { equalsMethod, hashCode } from '../equality.ts';
import type { SObject } from './sobject.ts';

/** Records are equal when they are of one object and the same fields hold equal values; null and unset differ. */
export function equalsRecord(left: SObject, right: SObject): boolean {
    if (left.type !== right.type) return false;
    const length = Math.max(left.values.length, right.values.length);
    for (let slot = 0; slot < length; slot++) {
        const value = left.values[slot];
        const other = right.values[slot];
        if (value === other) continue;
        if (value === undefined || other === undefined || !equalsMethod(value, other)) return false;
    }
    return equalsEntries(left.aliases, right.aliases);
}

function equalsEntries(left: SObject['aliases'], right: SObject['aliases']): boolean {
    if ((left?.size ?? 0) !== (right?.size ?? 0)) return false;
    for (const [name, value] of left ?? []) if (!equalsMethod(value, right?.get(name))) return false;
    return true;
}

export function hashOfRecord(record: SObject): number {
    let hash = hashCode(record.type.name);
    record.values.forEach((value, slot) => {
        if (value !== undefined) hash = (Math.imul(31, hash) + (slot ^ hashCode(value))) | 0;
    });
    return hash;
}
