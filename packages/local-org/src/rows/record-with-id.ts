import { SObject } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';

/** A record that holds nothing but its id: what a save of computed values, or a deletion, starts from. */
export function recordWithId(object: ObjectSchema, id: string): SObject {
    const record = new SObject(object);
    record.values[0] = id;
    return record;
}
