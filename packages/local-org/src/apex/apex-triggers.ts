import type { CompiledTrigger } from '@sw-studio/apex';
import {
    ApexException,
    ApexList,
    ApexMap,
    current,
    enumConstant,
    primitiveType,
    type SObject,
    sobjectType,
    translateUncaught,
    TRIGGER,
    type TriggerContext,
    type TriggerHolder,
    type Waiting,
} from '@sw-studio/apex/runtime';
import {
    TriggerError,
    type TriggerInvocation,
    type TriggerOperation,
    type TriggerRunner,
} from '../dml/trigger-runner.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { ApexProgram } from './apex-program.ts';
import { INTERLEAVED } from './apex-session.ts';

interface Subscription {
    readonly trigger: CompiledTrigger;
    readonly program: ApexProgram;
}

/** A trigger on a platform event or change event: it has a place of its own in the stream. */
export interface EventTrigger {
    /** `MyTrigger`, `ns.MyTrigger`. */
    readonly name: string;
    readonly namespace: string;
    readonly localName: string;
    readonly object: ObjectSchema;
    /** @throws TriggerError for an exception that the trigger did not catch; limit errors pass as they are */
    fire(events: readonly SObject[]): Generator<Waiting, void, void>;
}

/**
 * Fires the Apex triggers of the loaded programs. Several triggers on one event run in the order of their names: the
 * platform promises none, and a fixed one keeps runs repeatable.
 */
export class ApexTriggers implements TriggerRunner {
    private readonly subscriptions = new Map<string, Subscription[]>();

    constructor(programs: readonly ApexProgram[]) {
        for (const program of programs) {
            for (const trigger of program.triggers) this.subscribe({ trigger, program });
        }
        for (const list of this.subscriptions.values())
            list.sort((left, right) => compareNames(left.trigger.name, right.trigger.name));
    }

    handles(object: ObjectSchema, operation: TriggerOperation): boolean {
        return this.subscriptions.has(key(object.name, operation));
    }

    *run(invocation: TriggerInvocation): Generator<Waiting, void, void> {
        const context = contextOf(invocation);
        for (const subscription of this.subscriptions.get(key(invocation.object.name, invocation.operation)) ?? []) {
            yield* fire(subscription, context, invocation.operation);
        }
    }

    /** Triggers on events, which run by themselves, in the order of their names. */
    eventTriggers(): EventTrigger[] {
        const lists = [...this.subscriptions.values()].flat();
        return [...new Set(lists)].flatMap((subscription) => {
            const { trigger, program } = subscription;
            const object = program.schema.object(trigger.object, trigger.namespace);
            if (object?.kind !== 'platformEvent' && object?.kind !== 'changeEvent') return [];
            const { namespace } = trigger;
            return {
                name: namespace === '' ? trigger.name : `${namespace}.${trigger.name}`,
                namespace,
                localName: trigger.name,
                object,
                fire: (events: readonly SObject[]) => {
                    const invocation = {
                        object,
                        operation: 'AFTER_INSERT',
                        newRecords: events,
                        oldRecords: null,
                    } as const;
                    return fire(subscription, contextOf(invocation), 'AFTER_INSERT');
                },
            };
        });
    }

    private subscribe(subscription: Subscription): void {
        const { trigger, program } = subscription;
        const object = program.schema.object(trigger.object, trigger.namespace);
        if (object === undefined) return;
        for (const event of trigger.events) {
            const at = key(object.name, event.toUpperCase().replace(' ', '_') as TriggerOperation);
            const list = this.subscriptions.get(at);
            if (list === undefined) this.subscriptions.set(at, [subscription]);
            else list.push(subscription);
        }
    }
}

/** In a session that can be set aside, the trigger is run in the shape that waits. Triggers see all records, whoever saves. */
function* fire(
    { trigger, program }: Subscription,
    context: TriggerContext,
    operation: TriggerOperation,
): Generator<Waiting, void, void> {
    const { transaction } = current;
    const holder = transaction.services.get(TRIGGER) as TriggerHolder;
    const outer = holder.current;
    const { sharing, namespace } = transaction;
    holder.current = context;
    transaction.sharing = false;
    transaction.namespace = trigger.namespace;
    try {
        if (transaction.services.get(INTERLEAVED) !== true) program.triggerBody(trigger, 'plain')();
        else yield* program.triggerBody(trigger, 'generator')() as Generator<Waiting, void, void>;
    } catch (thrown) {
        const translated = translateUncaught(thrown);
        if (translated instanceof ApexException) throw new TriggerError(trigger.name, operation, translated);
        throw translated;
    } finally {
        holder.current = outer;
        transaction.sharing = sharing;
        transaction.namespace = namespace;
    }
}

function contextOf({ object, operation, newRecords, oldRecords }: TriggerInvocation): TriggerContext {
    const [moment, event] = operation.split('_');
    const type = sobjectType(object.name);
    const list = (records: readonly SObject[] | null): ApexList | null => {
        if (records === null) return null;
        const made = new ApexList(type, [...records]);
        made.frozen = true;
        return made;
    };
    const map = (records: readonly SObject[] | null): ApexMap | null => {
        if (records === null) return null;
        const made = new ApexMap(primitiveType('Id'), type);
        for (const record of records) made.put(record.id, record);
        return made;
    };
    for (const record of oldRecords ?? []) record.readOnly = true;
    // Events have no ids either.
    const hasIds = operation !== 'BEFORE_INSERT' && object.kind !== 'platformEvent' && object.kind !== 'changeEvent';
    return {
        new: list(newRecords),
        old: list(oldRecords),
        newmap: hasIds ? map(newRecords) : null,
        oldmap: map(oldRecords),
        isinsert: event === 'INSERT',
        isupdate: event === 'UPDATE',
        isdelete: event === 'DELETE',
        isundelete: event === 'UNDELETE',
        isbefore: moment === 'BEFORE',
        isafter: moment === 'AFTER',
        isexecuting: true,
        size: (newRecords ?? oldRecords ?? []).length,
        operationtype: enumConstant('System.TriggerOperation', operation),
    };
}

function key(object: string, operation: TriggerOperation): string {
    return `${object.toLowerCase()} ${operation}`;
}

function compareNames(left: string, right: string): number {
    return left.toLowerCase() < right.toLowerCase() ? -1 : 1;
}
