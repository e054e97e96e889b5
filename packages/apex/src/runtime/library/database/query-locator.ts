import { defineBuiltIn } from '../../built-in-type.ts';
import { ApexList } from '../../collections/list.ts';
import { current } from '../../context.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import type { QueryCursor, QueryRequest, Waiting } from '../../ports.ts';
import type { SObject } from '../../sobject/sobject.ts';
import { sobjectType } from '../../types-registry.ts';

/** Rows read ahead by the iterator of a locator. */
const FETCH_SIZE = 200;

/** `Database.QueryLocator`: the scope of a batch job. Its ids are fixed when it is made. */
export class QueryLocator {
    readonly query: string;
    readonly cursor: QueryCursor;

    constructor(query: string, cursor: QueryCursor) {
        this.query = query;
        this.cursor = cursor;
    }

    /** A locator over records that are in memory: `getQueryLocator([SELECT ...])` with a list. */
    static ofRecords(objectName: string, records: readonly SObject[]): QueryLocator {
        return new QueryLocator('', {
            objectName,
            size: records.length,
            fetch: (position, count) => records.slice(position, position + count),
        });
    }

    iterator$(): QueryLocatorIterator {
        return new QueryLocatorIterator(this.cursor);
    }
}

export class QueryLocatorIterator {
    private readonly cursor: QueryCursor;
    private buffer: readonly SObject[] = [];
    private bufferStart = 0;
    private position = 0;

    constructor(cursor: QueryCursor) {
        this.cursor = cursor;
    }

    hasnext$(): boolean {
        return this.position < this.cursor.size;
    }

    next$(): SObject {
        if (!this.hasnext$()) throwApex('System.NoSuchElementException', 'Iterator has no more elements');
        if (this.position >= this.bufferStart + this.buffer.length) {
            this.bufferStart = this.position;
            this.buffer = this.cursor.fetch(this.position, FETCH_SIZE);
        }
        return this.buffer[this.position++ - this.bufferStart] as SObject;
    }
}

/** `Database.Cursor`: rows by position. */
export class Cursor {
    private readonly cursor: QueryCursor;

    constructor(cursor: QueryCursor) {
        this.cursor = cursor;
    }

    get size(): number {
        return this.cursor.size;
    }

    fetch(position: number, count: number): ApexList {
        if (position < 0 || count < 0 || position + count > this.cursor.size) {
            throwApex(
                'System.InvalidParameterValueException',
                'Position and count must lie within the rows of the cursor',
            );
        }
        return new ApexList(sobjectType(this.cursor.objectName), this.cursor.fetch(position, count));
    }
}

export function* openLocator(request: QueryRequest): Generator<Waiting, QueryLocator, void> {
    return new QueryLocator(request.text, yield* current.transaction.database.openCursor(request));
}

export function* openCursor(request: QueryRequest): Generator<Waiting, Cursor, void> {
    return new Cursor(yield* current.transaction.database.openCursor(request));
}

defineBuiltIn('Database.QueryLocator', QueryLocator);
defineBuiltIn('Database.QueryLocatorIterator', QueryLocatorIterator);
defineBuiltIn('Database.Cursor', Cursor);

export const queryLocatorLibraries: readonly TypeLibrary[] = [
    {
        type: 'Database.QueryLocator',
        methods: {
            'getQuery()': (locator: QueryLocator) => locator.query,
            'iterator()': (locator: QueryLocator) => locator.iterator$(),
        },
    },
    {
        type: 'Database.QueryLocatorIterator',
        methods: {
            'hasNext()': (iterator: QueryLocatorIterator) => iterator.hasnext$(),
            'next()': (iterator: QueryLocatorIterator) => iterator.next$(),
        },
    },
    {
        type: 'Database.Cursor',
        methods: {
            'fetch(Integer,Integer)': (cursor: Cursor, position: number, count: number) =>
                cursor.fetch(position, count),
            'getNumRecords()': (cursor: Cursor) => cursor.size,
        },
        partly: { 'fetch(Integer,Integer)': 'A range beyond the last row fails; the sentence is not confirmed.' },
    },
];
