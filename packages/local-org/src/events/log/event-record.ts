import type { StoredRow, StoredValue } from '../../store/stored-row.ts';

/** `ChangeEventHeader` of a change event, in the names of the Change Data Capture guide. */
export interface ChangeHeader {
    /** API name of the record's object. */
    readonly entityName: string;
    readonly recordIds: readonly string[];
    readonly changeType: 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';
    /** Empty unless an API client made the change. */
    readonly changeOrigin: string;
    /** The same in all changes of one transaction. */
    readonly transactionKey: string;
    /** Order within the transaction, from 1. */
    readonly sequenceNumber: number;
    /** Epoch milliseconds. */
    readonly commitTimestamp: number;
    readonly commitNumber: number;
    readonly commitUser: string;
    /** Of updates; empty for others. */
    readonly changedFields: readonly string[];
    readonly nulledFields: readonly string[];
    /** Long text fields that are sent as differences: this org sends values. */
    readonly diffFields: readonly string[];
}

/** What is published, before it has a place in the stream. */
export interface EventDraft {
    /** API name of the platform event or change event object. */
    readonly topic: string;
    readonly uuid: string;
    readonly publishedBy: string;
    /** In stored form, by field name; fields that are missing are null. */
    readonly values: Readonly<Record<string, StoredValue>>;
    /** Null for platform events. */
    readonly header: ChangeHeader | null;
}

/** An event of the stream. */
export interface EventRecord extends EventDraft {
    /** Of its row. */
    readonly id: string;
    /** Grows from event to event, across all channels; never used twice. */
    readonly replayId: number;
    /** Epoch milliseconds. */
    readonly publishedAt: number;
}

/** By slot, as EVENT_RECORD declares them. */
export function rowOfEvent(event: EventRecord): StoredRow {
    const { id, replayId, topic, uuid, publishedAt, publishedBy, values, header } = event;
    const keptHeader = header === null ? null : JSON.stringify(header);
    return [id, replayId, topic, uuid, publishedAt, publishedBy, JSON.stringify(values), keptHeader];
}

export function eventOfRow(row: StoredRow): EventRecord {
    const [id, replayId, topic, uuid, publishedAt, publishedBy, payload, header] = row;
    return {
        id: id as string,
        replayId: replayId as number,
        topic: topic as string,
        uuid: uuid as string,
        publishedAt: publishedAt as number,
        publishedBy: publishedBy as string,
        values: JSON.parse(payload as string) as EventRecord['values'],
        header: header == null ? null : (JSON.parse(header as string) as ChangeHeader),
    };
}
