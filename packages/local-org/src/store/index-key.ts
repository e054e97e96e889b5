import type { FieldType } from '@sw-studio/apex/runtime';
import { foldText, type StoredValue } from '@sw-studio/soql';

/** What an index is keyed by: text without case, all else as it is stored. */
export type IndexKey = string | number | boolean | null;

/** Ids are compared with their case; every other text without. */
export function keyMaker(type: FieldType): (value: StoredValue) => IndexKey {
    const isId = type === 'id' || type === 'reference';
    return isId ? (value) => value ?? null : (value) => (typeof value === 'string' ? foldText(value) : (value ?? null));
}

/** Keys of one index have one type, so `<` is defined between them; null is kept apart. */
export function compareKeys(a: IndexKey, b: IndexKey): number {
    const [left, right] = [a as string, b as string];
    return left < right ? -1 : left > right ? 1 : 0;
}
