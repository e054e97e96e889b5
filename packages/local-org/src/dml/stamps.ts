import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredValue } from '../store/stored-row.ts';
import type { DmlContext } from './dml-context.ts';

type StampContext = Pick<DmlContext, 'transaction' | 'user'>;

/** Who made the row, and when. */
export function stampCreation({ transaction, user }: StampContext, object: ObjectSchema, values: StoredValue[]): void {
    setIfPresent(object, values, 'CreatedDate', wholeSeconds(transaction.now()));
    setIfPresent(object, values, 'CreatedById', user.id);
}

/** Who changed the row last, and when. */
export function stampModification(
    { transaction, user }: StampContext,
    object: ObjectSchema,
    values: StoredValue[],
): void {
    const now = wholeSeconds(transaction.now());
    setIfPresent(object, values, 'LastModifiedDate', now);
    setIfPresent(object, values, 'LastModifiedById', user.id);
    setIfPresent(object, values, 'SystemModstamp', now);
}

/** Stored datetimes have whole seconds. */
function wholeSeconds(milliseconds: number): number {
    return Math.floor(milliseconds / 1000) * 1000;
}

function setIfPresent(object: ObjectSchema, values: StoredValue[], name: string, value: string | number): void {
    const slot = object.field(name)?.slot;
    if (slot !== undefined) values[slot] = value;
}
