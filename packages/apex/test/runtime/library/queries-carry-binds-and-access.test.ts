import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { ApexList } from '../../../src/runtime/collections/list.ts';
import { ApexMap } from '../../../src/runtime/collections/map.ts';
import type { QueryLocator } from '../../../src/runtime/library/database/query-locator.ts';
import { singleRecord } from '../../../src/runtime/queries.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { anyType, primitiveType } from '../../../src/runtime/types-registry.ts';
import { account } from '../../support/fake-schema.ts';
import { beginTransaction, type FakeTransaction } from '../../support/fake-transaction.ts';
import { callMethod, callStatic, readStatic } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

let transaction: FakeTransaction;
beforeEach(() => {
    transaction = beginTransaction();
});

const records = (count: number): SObject[] => Array.from({ length: count }, () => new SObject(account));
const bindMap = (...entries: [string, unknown][]): ApexMap => ApexMap.of(primitiveType('String'), anyType, entries);

test('a dynamic query is marked as such and takes the caller’s variables', () => {
    transaction.database.rows = { objectName: 'Account', records: records(1) };
    const found = callStatic('System.Database', 'query(String)', 'SELECT Id FROM Account', new Map([['name', 'x']]));
    assert.equal((found as ApexList).$type.name, 'List<Account>');
    const [request] = transaction.database.queries;
    assert.deepEqual([request?.dynamic, request?.access, request?.binds.get('name')], [true, null, 'x']);
});

test('queryWithBinds takes a map without regard to case, and an access level', () => {
    const userMode = readStatic('System.AccessLevel', 'USER_MODE');
    const signature = 'queryWithBinds(String,Map<String,Object>,AccessLevel)';
    callStatic('System.Database', signature, 'SELECT Id FROM Account', bindMap(['Name', 'x']), userMode);
    const [request] = transaction.database.queries;
    assert.deepEqual([request?.binds.get('name'), request?.access], ['x', 'user']);
    assert.match(
        apexErrorOf(() => callStatic('System.Database', signature, 'q', bindMap(['a', 1], ['A', 2]), userMode)),
        /^System.QueryException: The bindMap consists of duplicate case-insensitive keys/,
    );
});

test('countQuery answers the count', () => {
    transaction.database.count = 7;
    assert.equal(callStatic('System.Database', 'countQuery(String)', 'SELECT COUNT() FROM Account'), 7);
});

test('a query in the place of a record must find exactly one', () => {
    const query = (): ApexList => callStatic('System.Database', 'query(String)', 'SELECT Id FROM Account') as ApexList;
    assert.equal(
        apexErrorOf(() => singleRecord(query())),
        'System.QueryException: List has no rows for assignment to SObject',
    );
    transaction.database.rows = { objectName: 'Account', records: records(2) };
    assert.equal(
        apexErrorOf(() => singleRecord(query())),
        'System.QueryException: List has more than 1 row for assignment to SObject',
    );
});

test('a locator reads its rows in chunks as they are iterated', () => {
    transaction.database.rows = { objectName: 'Account', records: records(201) };
    const locator = callStatic('System.Database', 'getQueryLocator(String)', 'SELECT Id FROM Account') as QueryLocator;
    assert.equal(callMethod(locator, 'Database.QueryLocator', 'getQuery()'), 'SELECT Id FROM Account');
    const iterator = locator.iterator$();
    let rows = 0;
    while (iterator.hasnext$()) {
        iterator.next$();
        rows++;
    }
    assert.equal(rows, 201);
    assert.deepEqual(transaction.database.steps, ['fetch 0+200', 'fetch 200+200']);
});

test('a cursor reads ranges and refuses those beyond its rows', () => {
    transaction.database.rows = { objectName: 'Account', records: records(3) };
    const cursor = callStatic('System.Database', 'getCursor(String)', 'SELECT Id FROM Account');
    assert.equal(callMethod(cursor, 'Database.Cursor', 'getNumRecords()'), 3);
    const page = callMethod(cursor, 'Database.Cursor', 'fetch(Integer,Integer)', 1, 2) as ApexList;
    assert.equal(page.size(), 2);
    assert.match(
        apexErrorOf(() => callMethod(cursor, 'Database.Cursor', 'fetch(Integer,Integer)', 2, 2)),
        /^System.InvalidParameterValueException/,
    );
});
