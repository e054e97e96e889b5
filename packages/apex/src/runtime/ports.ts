import type { SObject } from './sobject/sobject.ts';
import type { SObjectFieldInfo, SObjectTypeInfo } from './sobject/sobject-type.ts';

/**
 * What the runtime asks of the org it runs in. `local-org` implements these ports; the runtime knows no store, no HTTP
 * and no clock of its own. Everything that may wait is a generator that yields a `Waiting` first, so that a scheduler
 * can interleave open transactions there.
 */

/** A point at which a transaction may be set aside. */
export interface Waiting {
    readonly kind: 'database' | 'lock' | 'enqueue' | 'clock' | 'callout' | 'publish';
    /** For people: `SELECT Account`, `INSERT Lead (200)`. */
    readonly detail: string;
    /** What the plain shape does instead of being set aside; absent where going on at once is right. */
    block?(): void;
    /** When a wait for a lock is given up, in epoch milliseconds of the org's clock; absent: never. */
    readonly deadline?: number;
    /** Begins work outside of the org, such as a callout. Settles when the transaction may go on; never rejects. */
    outside?(): Promise<void>;
}

export type AccessLevel = 'system' | 'user';

export interface QueryRequest {
    readonly text: string;
    /** Values in the Apex representation, by bind name without the colon. */
    readonly binds: ReadonlyMap<string, unknown>;
    /** null: the query's own WITH clause, else the API version's default. */
    readonly access: AccessLevel | null;
    /** Static queries were checked by the compiler; a dynamic one may hold what SOQL in Apex forbids. */
    readonly dynamic: boolean;
    /** Whether the class that asks is `with sharing`: rows that the user may not see are left out, in system mode too. */
    readonly sharing?: boolean;
    /** Of the code that asks: names of its own need no prefix. Default: that of the transaction's own code. */
    readonly namespace?: string;
}

export type QueryOutcome =
    /** `objectName` is the FROM object; aggregate rows are SObjects of the type AggregateResult. */
    | {
          readonly kind: 'records';
          readonly objectName: string;
          readonly records: SObject[];
          /** That count against the limit: of children, and those that were aggregated; absent: the records. */
          readonly rows?: number;
      }
    | { readonly kind: 'count'; readonly count: number };

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface DmlRequest {
    readonly operation: DmlOperation;
    /** Of one or several types; ids are written back into inserted ones. */
    readonly records: readonly SObject[];
    readonly allOrNone: boolean;
    readonly access: AccessLevel;
    /** Whether the class that asks is `with sharing`: only records that the user may change are written. */
    readonly sharing?: boolean;
    readonly externalIdField?: SObjectFieldInfo | null;
    /** The losing records' ids, one list per record of `records` (merge only). */
    readonly mergeIds?: readonly (readonly string[])[];
    readonly options?: DmlOptions | null;
}

export interface DmlOptions {
    readonly allowFieldTruncation?: boolean;
    readonly assignmentRuleId?: string | null;
    readonly useDefaultAssignmentRule?: boolean;
    readonly duplicateRuleAllowSave?: boolean;
    readonly triggerEmails?: boolean;
}

export interface DmlError {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}

/** One per record, in order. With `allOrNone` and any error nothing of the statement was kept. */
export interface DmlRowOutcome {
    readonly success: boolean;
    readonly id: string | null;
    readonly created: boolean;
    readonly errors: readonly DmlError[];
    readonly mergedIds?: readonly string[];
    readonly updatedRelatedIds?: readonly string[];
    /** Of a published platform event. */
    readonly eventUuid?: string;
}

export interface LeadConversion {
    readonly leadId: string;
    readonly convertedStatus: string;
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityName: string | null;
    readonly doNotCreateOpportunity: boolean;
    readonly overwriteLeadSource: boolean;
    readonly ownerId: string | null;
}

export interface LeadConversionOutcome extends DmlRowOutcome {
    readonly leadId: string;
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId: string | null;
}

export interface QueryCursor {
    readonly objectName: string;
    /** Rows that match, without building them. */
    readonly size: number;
    fetch(position: number, count: number): SObject[];
}

export interface DatabasePort {
    query(request: QueryRequest): Generator<Waiting, QueryOutcome, void>;
    /** For query locators and cursors: the ids are fixed now, the rows are read as they are fetched. */
    openCursor(request: QueryRequest): Generator<Waiting, QueryCursor, void>;
    /** One list per RETURNING object, in its order. */
    search(request: QueryRequest): Generator<Waiting, { objectName: string; records: SObject[] }[], void>;
    dml(request: DmlRequest): Generator<Waiting, DmlRowOutcome[], void>;
    convertLeads(
        conversions: readonly LeadConversion[],
        allOrNone: boolean,
        access: AccessLevel,
    ): Generator<Waiting, LeadConversionOutcome[], void>;
    emptyRecycleBin(ids: readonly string[]): Generator<Waiting, DmlRowOutcome[], void>;
    /** Publishes platform events (`EventBus.publish`). */
    publish(events: readonly SObject[], access: AccessLevel): Generator<Waiting, DmlRowOutcome[], void>;
    setSavepoint(): object;
    rollback(savepoint: object): void;
    releaseSavepoint(savepoint: object): void;
}

export interface SchemaPort {
    /** Case-insensitive; the running code's namespace is tried first (`namespace` is '' for unpackaged code). */
    sobject(name: string, namespace: string): SObjectTypeInfo | undefined;
    sobjectByKeyPrefix(prefix: string): SObjectTypeInfo | undefined;
    sobjects(): readonly SObjectTypeInfo[];
    /** Custom label text in the running user's language; undefined: no such label. */
    label(namespace: string, name: string): string | undefined;
}
