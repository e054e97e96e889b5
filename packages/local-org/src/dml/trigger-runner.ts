import type { ApexException, SObject, Waiting } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';

export type TriggerOperation =
    | 'BEFORE_INSERT'
    | 'BEFORE_UPDATE'
    | 'BEFORE_DELETE'
    | 'AFTER_INSERT'
    | 'AFTER_UPDATE'
    | 'AFTER_DELETE'
    | 'AFTER_UNDELETE';

/** One firing: at most 200 records of one object. Lists are what `Trigger.new` and `Trigger.old` show. */
export interface TriggerInvocation {
    readonly object: ObjectSchema;
    readonly operation: TriggerOperation;
    /** Live in before events: what the code leaves in them is saved. Null where the platform has no `Trigger.new`. */
    readonly newRecords: readonly SObject[] | null;
    readonly oldRecords: readonly SObject[] | null;
}

/** Runs the Apex triggers of an object; the owner of the compiled classes implements it. */
export interface TriggerRunner {
    /** Whether any active trigger is subscribed: without one no records are built. */
    handles(object: ObjectSchema, operation: TriggerOperation): boolean;
    /** @throws TriggerError for an exception that a trigger did not catch; limit errors pass as they are */
    run(invocation: TriggerInvocation): Generator<Waiting, void, void>;
}

export const noTriggers: TriggerRunner = {
    handles: () => false,
    *run() {},
};

/** An exception left a trigger: every record of the firing fails with it. */
export class TriggerError extends Error {
    override readonly name = 'TriggerError';
    /** `MyTrigger`, `ns.MyTrigger`. */
    readonly trigger: string;
    readonly operation: TriggerOperation;
    readonly exception: ApexException;

    constructor(trigger: string, operation: TriggerOperation, exception: ApexException) {
        super(`${trigger}: ${exception.gettypename$()}: ${exception.getmessage$() ?? ''}`);
        this.trigger = trigger;
        this.operation = operation;
        this.exception = exception;
    }
}

/** `BeforeInsert`, as sentences name the event. */
export function eventName(operation: TriggerOperation): string {
    return operation
        .toLowerCase()
        .split('_')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('');
}
