import type {
    AccessLevel,
    DatabasePort,
    DmlRequest,
    DmlRowOutcome,
    LeadConversion,
    LeadConversionOutcome,
    QueryCursor,
    QueryOutcome,
    QueryRequest,
    SObject,
    Waiting,
} from '@sw-studio/apex/runtime';
import { newApexException } from '@sw-studio/apex/runtime';
import type { DmlContext } from './dml/dml-context.ts';
import { emptyRecycleBin } from './dml/empty-recycle-bin.ts';
import { executeDml } from './dml/execute-dml.ts';
import { convertLeads } from './dml/lead-conversion.ts';
import { executeMerge } from './dml/merge.ts';
import { dmlError } from './dml/sentences.ts';
import { executeUpsert } from './dml/upsert.ts';
import type { EventPublisher } from './event-publisher.ts';
import { IdCursor, openQueryCursor, runQuery, type QueryContext } from './query/run-query.ts';
import { runSearch } from './query/run-search.ts';
import { checkSharing, checkUserMode, refusedOutcome, type UserModeErrors } from './services/user-mode-dml.ts';
import type { OrgTransaction, Savepoint } from './transaction/org-transaction.ts';

const READ_ONLY = 'DML is not allowed while the org is in read-only mode.';

/** The database as the Apex of one transaction uses it. */
export class OrgDatabase implements DatabasePort {
    readonly transaction: OrgTransaction;
    readonly queries: QueryContext;
    private readonly saves: DmlContext;
    private readonly events: EventPublisher;

    constructor(queries: QueryContext, saves: DmlContext, events: EventPublisher) {
        this.transaction = queries.transaction;
        this.queries = queries;
        this.saves = saves;
        this.events = events;
    }

    query(request: QueryRequest): Generator<Waiting, QueryOutcome, void> {
        return runQuery(this.queries, request);
    }

    openCursor(request: QueryRequest): Generator<Waiting, QueryCursor, void> {
        return openQueryCursor(this.queries, request);
    }

    /** Goes on with a cursor of another transaction: its rows as this one sees them. */
    cursorOver(request: QueryRequest, ids: readonly string[]): QueryCursor {
        return new IdCursor(this.queries, request, ids);
    }

    search(request: QueryRequest): Generator<Waiting, { objectName: string; records: SObject[] }[], void> {
        return runSearch(this.queries, request);
    }

    /**
     * In user mode and for classes with sharing, records that the user may not change fail.
     *
     * @throws System.InvalidReadOnlyUserDmlException while the org is in read-only mode
     * @throws System.SecurityException in user mode without the object permission
     * @throws System.DmlException in user mode, all or nothing, for fields that the user may not write
     */
    *dml(request: DmlRequest): Generator<Waiting, DmlRowOutcome[], void> {
        if (this.saves.readOnly()) throw newApexException('System.InvalidReadOnlyUserDmlException', READ_ONLY);
        if (request.access !== 'user' && request.sharing !== true) return yield* this.save(request);
        const errors =
            request.access === 'user' ? checkUserMode(this.queries, request) : checkSharing(this.queries, request);
        if (errors.every((list) => list.length === 0)) return yield* this.save(request);
        return yield* this.saveAllowed(request, errors);
    }

    /** Records that user mode refuses fail as others do: with all or nothing, none is saved. */
    private *saveAllowed(request: DmlRequest, errors: UserModeErrors): Generator<Waiting, DmlRowOutcome[], void> {
        const isAllowed = (_: unknown, index: number): boolean => !request.allOrNone && errors[index]?.length === 0;
        const records = request.records.filter(isAllowed);
        const mergeIds = request.mergeIds?.filter(isAllowed);
        const saved =
            records.length === 0 ? [] : yield* this.save({ ...request, records, ...(mergeIds && { mergeIds }) });
        const outcomes = saved.values();
        return request.records.map((record, index) => {
            const refused = errors[index] ?? [];
            if (refused.length > 0) return refusedOutcome(record, refused);
            return outcomes.next().value ?? refusedOutcome(record, [dmlError('allOrNone', [])]);
        });
    }

    private save(request: DmlRequest): Generator<Waiting, DmlRowOutcome[], void> {
        if (request.operation === 'upsert') return executeUpsert(this.saves, request);
        if (request.operation === 'merge') return executeMerge(this.saves, request);
        if (request.operation === 'insert' && request.records.some(({ type }) => type.kind === 'platformEvent')) {
            return this.publish(request.records, request.access);
        }
        return executeDml(this.saves, request);
    }

    convertLeads(
        conversions: readonly LeadConversion[],
        allOrNone: boolean,
        _access: AccessLevel,
    ): Generator<Waiting, LeadConversionOutcome[], void> {
        return convertLeads(this.saves, conversions, allOrNone);
    }

    emptyRecycleBin(ids: readonly string[]): Generator<Waiting, DmlRowOutcome[], void> {
        return emptyRecycleBin(this.saves, ids);
    }

    publish(events: readonly SObject[], _access: AccessLevel): Generator<Waiting, DmlRowOutcome[], void> {
        return this.events.publish(this.saves, events);
    }

    /** `Test.setFixedSearchResults`: searches find these records, whatever they search for. */
    setFixedSearchResults(ids: readonly string[]): void {
        this.queries.fixedSearchIds = ids;
    }

    setSavepoint(): Savepoint {
        return this.transaction.setSavepoint();
    }

    /** @throws System.TypeException for a savepoint that is no longer valid */
    rollback(savepoint: object): void {
        if (!this.transaction.rollbackTo(savepoint as Savepoint, true)) throwInvalidSavepoint();
    }

    releaseSavepoint(savepoint: object): void {
        if (!this.transaction.releaseSavepoint(savepoint as Savepoint)) throwInvalidSavepoint();
    }
}

function throwInvalidSavepoint(): never {
    throw newApexException(
        'System.TypeException',
        'Invalid savepoint: it was released, or a rollback went back before it.',
    );
}
