import { defineField, type FieldStart } from './field-schema.ts';
import { ObjectSchema } from './object-schema.ts';
import { findToolingObject } from './tooling-objects.ts';

/**
 * Tables that no query reaches: what the engine must remember of a job beyond its public row. They are ordinary tables of
 * the store, written in the same transactions as the public rows, so whatever keeps the store keeps the jobs.
 */
function internalObject(name: string, keyPrefix: string, fields: readonly FieldStart[]): ObjectSchema {
    return new ObjectSchema(
        {
            name,
            localName: name,
            namespace: '',
            label: name,
            labelPlural: name,
            keyPrefix,
            custom: false,
            kind: 'object',
            fieldSets: [],
            recordTypes: [],
            validationRules: [],
            childRelationships: [],
            createable: false,
            updateable: false,
            deletable: false,
            undeletable: false,
            mergeable: false,
            queryable: false,
            searchable: false,
            triggerable: false,
            feedEnabled: false,
            setup: false,
            sharingModel: null,
            trackHistory: false,
            publishBehavior: null,
            parentObject: null,
            visibility: 'Protected',
        },
        [{ name: 'Id', type: 'id', length: 18, indexed: true } satisfies FieldStart, ...fields].map(defineField),
    );
}

/** Work that is still to be done, one row per job; the row goes when the job has ended. */
export const JOB_RECORD = internalObject('LocalJobRecord', 'zJ0', [
    { name: 'JobId', type: 'reference', indexed: true },
    { name: 'Kind', type: 'string' },
    { name: 'Phase', type: 'string', indexed: true },
    { name: 'DueAt', type: 'long' },
    { name: 'Sequence', type: 'long' },
    { name: 'UserId', type: 'reference' },
    { name: 'Signature', type: 'string', caseSensitive: true, indexed: true },
    { name: 'CronTriggerId', type: 'reference', indexed: true },
    { name: 'State', type: 'longtextarea' },
    { name: 'Outcome', type: 'longtextarea' },
    { name: 'Details', type: 'longtextarea' },
]);

/** One scope of a batch that is still to be executed. */
export const BATCH_SCOPE = internalObject('LocalBatchScope', 'zJ1', [
    { name: 'ScopeKey', type: 'string', indexed: true },
    { name: 'Items', type: 'longtextarea' },
]);

/** Asynchronous executions started in one hour. */
export const ASYNC_USAGE = internalObject('LocalAsyncUsage', 'zJ2', [
    { name: 'Hour', type: 'long' },
    { name: 'Count', type: 'int' },
]);

/** What the engine itself goes on from: the time of a clock that is moved by hand. */
export const ENGINE_STATE = internalObject('LocalEngineState', 'zJ3', [{ name: 'ClockTime', type: 'long' }]);

/** A published event, kept for replay. Ids grow with the replay ids, so that rows are loaded in the order of publishing. */
export const EVENT_RECORD = internalObject('LocalEventRecord', 'zE0', [
    { name: 'ReplayId', type: 'long' },
    { name: 'Topic', type: 'string' },
    { name: 'EventUuid', type: 'string', caseSensitive: true },
    { name: 'PublishedAt', type: 'long' },
    { name: 'PublishedBy', type: 'reference' },
    { name: 'Payload', type: 'longtextarea' },
    { name: 'Header', type: 'longtextarea' },
]);

/** What the engine must know of an event trigger beyond its public EventBusSubscriber row. */
export const EVENT_SUBSCRIBER = internalObject('LocalEventSubscriber', 'zE1', [
    { name: 'Name', type: 'string' },
    { name: 'Topic', type: 'string' },
    { name: 'SubscriberId', type: 'reference' },
    { name: 'Status', type: 'string' },
    { name: 'Position', type: 'long' },
    { name: 'Retries', type: 'int' },
    { name: 'DueAt', type: 'long' },
    { name: 'LastError', type: 'longtextarea' },
    { name: 'Fingerprint', type: 'string' },
]);

/** A publish callback that is still to be told of its events. */
export const EVENT_CALLBACK = internalObject('LocalEventCallback', 'zE2', [
    { name: 'UserId', type: 'reference' },
    { name: 'Uuids', type: 'longtextarea' },
    { name: 'State', type: 'longtextarea' },
]);

/** Events that were published, and delivered to clients, in one hour. */
export const EVENT_USAGE = internalObject('LocalEventUsage', 'zE3', [
    { name: 'Hour', type: 'long' },
    { name: 'Published', type: 'int' },
    { name: 'Delivered', type: 'int' },
]);

/** Credentials that Apex or an admin added to those of the packages, and the secrets of all of them. */
export const CREDENTIAL_RECORD = internalObject('LocalCredential', 'zC0', [
    { name: 'RecordKey', type: 'string', indexed: true },
    { name: 'Kind', type: 'string' },
    { name: 'Content', type: 'longtextarea' },
]);

const INTERNAL_OBJECTS = new Map(
    [
        JOB_RECORD,
        BATCH_SCOPE,
        ASYNC_USAGE,
        ENGINE_STATE,
        EVENT_RECORD,
        EVENT_SUBSCRIBER,
        EVENT_CALLBACK,
        EVENT_USAGE,
        CREDENTIAL_RECORD,
    ].map((object) => [object.name, object]),
);

/** For whoever keeps the store: a schema knows nothing of these. */
export function findInternalObject(name: string): ObjectSchema | undefined {
    return INTERNAL_OBJECTS.get(name) ?? findToolingObject(name);
}
