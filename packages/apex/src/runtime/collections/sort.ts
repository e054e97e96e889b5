import { compareValues } from '../compare.ts';

export type CompareFunction = (left: unknown, right: unknown) => number;

/** Stable. Without a comparator nulls come first; with one, nulls are handed to it as on the platform. */
export function sortValues(values: readonly unknown[], compare: CompareFunction = compareValues): unknown[] {
    return values.toSorted(compare);
}
