import { ApexList } from '../collections/list.ts';
import { defineBuiltIn } from '../built-in-type.ts';
import { current } from '../context.ts';
import { recordsOf } from '../dml.ts';
import { throwApex } from '../exceptions/throw.ts';
import { blocking, type TypeLibrary } from '../library.ts';
import type { Waiting } from '../ports.ts';
import { requireService, type EventService } from '../services.ts';
import { namedType, primitiveType } from '../types-registry.ts';
import { rowResult } from './database/results.ts';
import { type DataObject, defineDataType } from './data-object.ts';
import { overloads } from './overloads.ts';
import { nonNull } from './receiver.ts';

/** Rejected events are told by the results, never thrown; a record that is no event is an error of the code. */
const publish = blocking(function* (
    target: unknown,
    callback: object | null = null,
): Generator<Waiting, unknown, void> {
    const events = recordsOf(nonNull(target));
    const other = events.find((event) => event.type.kind !== 'platformEvent');
    if (other !== undefined) {
        throwApex('System.UnexpectedException', `${other.type.name} is not a platform event and cannot be published`);
    }
    if (callback !== null) requireService('events', 'EventBus.publish').registerCallback(events, callback);
    const outcomes = events.length === 0 ? [] : yield* current.transaction.database.publish(events, 'system');
    const results = outcomes.map((outcome) => {
        const result = rowResult('SaveResult', outcome);
        result.set(OPERATION_ID, outcome.eventUuid ?? null);
        return result;
    });
    const [first] = results;
    return target instanceof ApexList || first === undefined
        ? ApexList.of(namedType('Database.SaveResult'), results)
        : first;
});

/** Where a save result keeps the UUID of its event; no member of the type has this name. */
const OPERATION_ID = 'operationId';

/** `EventBus.SuccessResult` and `EventBus.FailureResult`: what a publish callback is told. Called by its mangled name. */
class PublishResult {
    private readonly uuids: readonly string[];

    constructor(uuids: readonly string[]) {
        this.uuids = uuids;
    }

    geteventuuids$(): ApexList {
        return ApexList.of(primitiveType('String'), this.uuids);
    }
}

export class PublishSuccess extends PublishResult {}
export class PublishFailure extends PublishResult {}

defineBuiltIn('EventBus.SuccessResult', PublishSuccess);
defineBuiltIn('EventBus.FailureResult', PublishFailure);

type Subscription = NonNullable<ReturnType<EventService['triggerContext']>>;

/** `EventBus.TriggerContext`: of the event trigger that runs. */
class TriggerContext {
    readonly subscription: Subscription;

    constructor(subscription: Subscription) {
        this.subscription = subscription;
    }
}

defineBuiltIn('EventBus.TriggerContext', TriggerContext);

function currentContext(): TriggerContext {
    const subscription = requireService('events', 'EventBus.TriggerContext').triggerContext();
    if (subscription === null) {
        throwApex('System.UnexpectedException', 'EventBus.TriggerContext exists in platform event triggers only');
    }
    return new TriggerContext(subscription);
}

/** Of a change event; the local org fills it. */
export const changeEventHeader = defineDataType('EventBus.ChangeEventHeader');

export const eventBusLibraries: readonly TypeLibrary[] = [
    {
        type: 'System.EventBus',
        statics: {
            ...overloads('System.EventBus', 'publish', publish),
            'getOperationId(Object)': (result: DataObject) => nonNull(result).get(OPERATION_ID),
        },
    },
    {
        type: 'EventBus.TriggerContext',
        statics: { 'currentContext()': currentContext },
        methods: {
            'getResumeCheckpoint()': (context: TriggerContext) => context.subscription.resumeCheckpoint,
            'setResumeCheckpoint(String)': (context: TriggerContext, replayId: string | null) => {
                context.subscription.resumeCheckpoint = replayId;
            },
        },
        fields: {
            lastError: { get: (context: TriggerContext) => context.subscription.lastError },
            retries: { get: (context: TriggerContext) => context.subscription.retries },
        },
    },
    changeEventHeader.library,
];
