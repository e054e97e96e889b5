import { SObject } from '@sw-studio/apex/runtime';

/** Bytes of an object, a list entry, a number and a character, about as on the platform. */
const OBJECT = 16;
const ENTRY = 8;
const CHARACTER = 1;

/** Objects that are looked at; a heap with more is beyond its limit in any case. */
const MOST_OBJECTS = 1_000_000;

/**
 * About how many bytes of heap the values hold, static variables above all: what local variables hold alone is not seen.
 * Each object is counted once.
 */
export function estimateHeap(values: readonly unknown[]): number {
    const seen = new Set<object>();
    const left: unknown[] = [...values];
    let size = 0;
    for (let value = left.pop(); value !== undefined || left.length > 0; value = left.pop()) {
        if (typeof value === 'string') size += OBJECT + value.length * CHARACTER;
        else if (typeof value === 'number' || typeof value === 'bigint') size += ENTRY;
        else if (typeof value === 'object' && value !== null && !seen.has(value) && !isType(value)) {
            seen.add(value);
            if (seen.size > MOST_OBJECTS) break;
            size += OBJECT;
            for (const part of partsOf(value)) {
                size += ENTRY;
                left.push(part);
            }
        }
    }
    return size;
}

function partsOf(value: object): Iterable<unknown> {
    if (value instanceof SObject) return value.values;
    if (value instanceof Uint8Array) return [' '.repeat(value.length)];
    if (value instanceof Map) return [...(value as Map<unknown, unknown>)].flat();
    if (value instanceof Set || Array.isArray(value)) return value as Iterable<unknown>;
    return Object.values(value) as unknown[];
}

/** Descriptors of types belong to the program. */
function isType(value: object): boolean {
    return 'kind' in value && 'name' in value;
}
