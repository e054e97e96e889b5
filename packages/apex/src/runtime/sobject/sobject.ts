import type { SObjectTypeInfo } from './sobject-type.ts';

/**
 * A record in Apex memory.
 *
 * `values` is indexed by field slot, in the Apex representation of `types.ts` (Double fields hold Decimal: that is what
 * Apex reads from them). Three states differ on the platform and here: a slot that is `undefined` was never populated,
 * `null` was queried or set as null, anything else is a value. An update writes exactly the populated slots.
 */
export class SObject {
    readonly type: SObjectTypeInfo;
    readonly values: unknown[] = [];
    /** Parent records by relationship name in lower case (`account`, `parent__r`); present only when queried or set. */
    parents: Map<string, SObject | null> | null = null;
    /** Child record lists (`ApexList`) by relationship name in lower case. */
    children: Map<string, unknown> | null = null;
    /** Came from a query or a trigger: reading a slot that was not populated is then an SObjectException. */
    queried = false;
    /** Trigger.old records, and Trigger.new after the save: writing is a FinalException. */
    readOnly = false;
    /** Values of aggregate rows and of aliased or computed select items, by alias in lower case. */
    aliases: Map<string, unknown> | null = null;
    /** What `addError` said; the save of this record fails with it. */
    errors: { message: string; field: string | null; escape: boolean }[] | null = null;
    /** Made by `clone()`, and of which record. */
    cloned = false;
    cloneSourceId: string | null = null;
    /** Database.DMLOptions of `setOptions()`: the save of this record follows them. */
    options: object | null = null;

    constructor(type: SObjectTypeInfo) {
        this.type = type;
    }

    get id(): string | null {
        return (this.values[0] ?? null) as string | null;
    }
}
