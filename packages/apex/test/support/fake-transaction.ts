import { CLASSES, ClassRegistry } from '../../src/runtime/class-registry.ts';
import { current, type Transaction } from '../../src/runtime/context.ts';
import type {
    DatabasePort,
    DmlRequest,
    DmlRowOutcome,
    QueryCursor,
    QueryOutcome,
    QueryRequest,
    Waiting,
} from '../../src/runtime/ports.ts';
import type { Services } from '../../src/runtime/services.ts';
import type { SObject } from '../../src/runtime/sobject/sobject.ts';
import type { ClassDescriptor } from '../../src/runtime/types.ts';
import { account, contact, FakeSchema } from './fake-schema.ts';

export const success = (id: string): DmlRowOutcome => ({ success: true, id, created: true, errors: [] });

export const failure = (statusCode: string, message: string, ...fields: string[]): DmlRowOutcome => ({
    success: false,
    id: null,
    created: false,
    errors: [{ statusCode, message, fields }],
});

/** Remembers what it was asked and answers with what the test put in. */
export class FakeDatabase implements DatabasePort {
    readonly queries: QueryRequest[] = [];
    readonly statements: DmlRequest[] = [];
    readonly published: SObject[] = [];
    readonly steps: string[] = [];
    rows: { objectName: string; records: SObject[] } = { objectName: 'Account', records: [] };
    count = 0;
    outcomes: DmlRowOutcome[] = [];

    *query(request: QueryRequest): Generator<Waiting, QueryOutcome, void> {
        yield { kind: 'database', detail: request.text };
        this.queries.push(request);
        if (/^select count\(\)/i.test(request.text)) return { kind: 'count', count: this.count };
        return { kind: 'records', ...this.rows };
    }

    *openCursor(request: QueryRequest): Generator<Waiting, QueryCursor, void> {
        yield { kind: 'database', detail: request.text };
        this.queries.push(request);
        const { objectName, records } = this.rows;
        return {
            objectName,
            size: records.length,
            fetch: (position, count) => {
                this.steps.push(`fetch ${position}+${count}`);
                return records.slice(position, position + count);
            },
        };
    }

    *search(request: QueryRequest): Generator<Waiting, { objectName: string; records: SObject[] }[], void> {
        yield { kind: 'database', detail: request.text };
        return [this.rows];
    }

    *dml(request: DmlRequest): Generator<Waiting, DmlRowOutcome[], void> {
        yield { kind: 'database', detail: request.operation };
        this.statements.push(request);
        return this.outcomes;
    }

    *convertLeads(): Generator<Waiting, never[], void> {
        yield { kind: 'database', detail: 'convert' };
        return [];
    }

    *emptyRecycleBin(ids: readonly string[]): Generator<Waiting, DmlRowOutcome[], void> {
        yield { kind: 'database', detail: 'empty recycle bin' };
        return ids.map(success);
    }

    *publish(events: readonly SObject[]): Generator<Waiting, DmlRowOutcome[], void> {
        yield { kind: 'publish', detail: `${events.length}` };
        this.published.push(...events);
        return this.outcomes;
    }

    setSavepoint(): object {
        this.steps.push('savepoint');
        return { at: this.steps.length };
    }

    rollback(savepoint: object): void {
        this.steps.push(`rollback to ${(savepoint as { at: number }).at}`);
    }

    releaseSavepoint(savepoint: object): void {
        this.steps.push(`release ${(savepoint as { at: number }).at}`);
    }
}

export interface FakeTransaction extends Transaction {
    readonly database: FakeDatabase;
    readonly schema: FakeSchema;
    readonly log: string[];
}

interface Options {
    readonly namespace?: string;
    readonly schema?: FakeSchema;
    readonly services?: { readonly [N in keyof Services]?: Partial<Services[N]> };
    readonly classes?: readonly ClassDescriptor[];
}

/** 2026-03-01T10:20:30Z. */
export const NOW = Date.UTC(2026, 2, 1, 10, 20, 30);

/** Makes a transaction over fakes the current one. */
export function beginTransaction(options: Options = {}): FakeTransaction {
    const registry = new ClassRegistry();
    for (const type of options.classes ?? []) registry.register(type);
    const log: string[] = [];
    const transaction: FakeTransaction = {
        statics: [],
        cpuUnits: 0,
        sharing: false,
        cpuLimit: Number.MAX_SAFE_INTEGER,
        user: {
            id: '005000000000001AAA',
            username: 'ada@example.com',
            firstName: 'Ada',
            lastName: 'Lovelace',
            email: 'ada@example.com',
            profileId: '00e000000000001AAA',
            roleId: null,
            userType: 'Standard',
            timeZone: 'America/Los_Angeles',
            locale: 'en_US',
            language: 'en_US',
            currency: 'USD',
        },
        namespace: options.namespace ?? '',
        database: new FakeDatabase(),
        schema: options.schema ?? new FakeSchema([account, contact]),
        log,
        now: () => NOW,
        random: () => 0.5,
        debug: (level, message) => log.push(`${level} ${message}`),
        services: new Map<string, unknown>([[CLASSES, registry], ...Object.entries(options.services ?? {})]),
    };
    current.transaction = transaction;
    return transaction;
}
