import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { dmlStatement, mergeStatement } from '../../../src/runtime/dml.ts';
import { translateThrown } from '../../../src/runtime/exceptions.ts';
import type { DataObject } from '../../../src/runtime/library/data-object.ts';
import { drive } from '../../../src/runtime/library.ts';
import { SObjectField } from '../../../src/runtime/schema/sobject-field.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { primitiveType, sobjectType } from '../../../src/runtime/types-registry.ts';
import { ACCOUNT_ID, OTHER_ACCOUNT_ID, account, contact } from '../../support/fake-schema.ts';
import { beginTransaction, failure, type FakeTransaction, success } from '../../support/fake-transaction.ts';
import { callStatic, construct, readStatic } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

let transaction: FakeTransaction;
beforeEach(() => {
    transaction = beginTransaction();
});

const record = (id: string | null = null): SObject => {
    const made = new SObject(account);
    if (id !== null) made.values[0] = id;
    return made;
};
const list = (...records: SObject[]): ApexList => ApexList.of(sobjectType('Account'), records);
const missingName = failure('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]', 'Name');

test('a failed insert is a DmlException that names row, status, message and fields', () => {
    transaction.database.outcomes = [success(ACCOUNT_ID), missingName];
    assert.equal(
        apexErrorOf(() => drive(dmlStatement('insert', list(record(), record()), 'system'))),
        'System.DmlException: Insert failed. First exception on row 1; first error: ' +
            'REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]',
    );
});

test('a failed update names the record too, and the exception has a failure per error', () => {
    transaction.database.outcomes = [
        { ...failure('CUSTOM', 'first'), id: ACCOUNT_ID },
        { ...failure('CUSTOM', 'second'), id: OTHER_ACCOUNT_ID },
    ];
    try {
        drive(dmlStatement('update', list(record(ACCOUNT_ID), record(OTHER_ACCOUNT_ID)), 'user'));
        assert.fail('must throw');
    } catch (thrown) {
        const exception = translateThrown(thrown);
        assert.equal(
            exception.getmessage$(),
            `Update failed. First exception on row 0 with id ${ACCOUNT_ID}; first error: CUSTOM, first: []`,
        );
        assert.equal(exception.getnumdml$(), 2);
        assert.equal(exception.getdmlid$integer(1), OTHER_ACCOUNT_ID);
    }
    assert.equal(transaction.database.statements[0]?.access, 'user');
});

test('Database methods answer a result per row when part may fail', () => {
    transaction.database.outcomes = [success(ACCOUNT_ID), missingName];
    const results = callStatic('System.Database', 'insert(List<SObject>,Boolean)', list(record(), record()), false);
    assert.deepEqual(
        (results as ApexList).items.map((result) => (result as DataObject).get('success')),
        [true, false],
    );
    assert.equal(transaction.database.statements[0]?.allOrNone, false);
});

test('a single record answers with a single result', () => {
    transaction.database.outcomes = [success(ACCOUNT_ID)];
    const result = callStatic('System.Database', 'upsert(SObject)', record()) as DataObject;
    assert.deepEqual([result.get('id'), result.get('created')], [ACCOUNT_ID, true]);
});

test('options, external id field and access level reach the statement in any overload', () => {
    transaction.database.outcomes = [success(ACCOUNT_ID)];
    const field = SObjectField.of(account.fields[1] as (typeof account.fields)[number]);
    const userMode = readStatic('System.AccessLevel', 'USER_MODE');
    callStatic(
        'System.Database',
        'upsert(SObject,Schema.SObjectField,Boolean,AccessLevel)',
        record(),
        field,
        false,
        userMode,
    );
    const options = construct('Database.DMLOptions', 'new()') as DataObject;
    options.set('OptAllOrNone', true);
    options.set('AllowFieldTruncation', true);
    callStatic('System.Database', 'insert(SObject,Database.DMLOptions)', record(), options);
    const [upsert, insert] = transaction.database.statements;
    assert.deepEqual([upsert?.externalIdField?.name, upsert?.allOrNone, upsert?.access], ['Name', false, 'user']);
    assert.deepEqual([insert?.allOrNone, insert?.options?.allowFieldTruncation], [true, true]);
});

test('DMLOptions that do not say keep the good rows', () => {
    transaction.database.outcomes = [missingName];
    const options = construct('Database.DMLOptions', 'new()');
    const result = callStatic('System.Database', 'insert(SObject,Database.DMLOptions)', record(), options);
    assert.equal((result as DataObject).get('success'), false);
});

test('delete takes ids', () => {
    transaction.database.outcomes = [success(ACCOUNT_ID)];
    const ids = ApexList.of(primitiveType('Id'), [ACCOUNT_ID]);
    callStatic('System.Database', 'delete(List<Object>)', ids);
    assert.deepEqual(
        transaction.database.statements[0]?.records.map((each) => [each.type.name, each.id]),
        [['Account', ACCOUNT_ID]],
    );
});

test('merge passes the losing ids', () => {
    transaction.database.outcomes = [success(ACCOUNT_ID)];
    drive(mergeStatement(record(ACCOUNT_ID), list(record(OTHER_ACCOUNT_ID)), 'system'));
    assert.deepEqual(transaction.database.statements[0]?.mergeIds, [[OTHER_ACCOUNT_ID]]);
});

test('an empty list does nothing', () => {
    drive(dmlStatement('insert', list(), 'system'));
    assert.equal(transaction.database.statements.length, 0);
});

test('a list of several types has at most ten runs of one type', () => {
    const mixed = (runs: number) =>
        list(...Array.from({ length: runs }, (_, index) => new SObject(index % 2 === 0 ? account : contact)));
    assert.equal(
        apexErrorOf(() => drive(dmlStatement('insert', mixed(11), 'system'))),
        'System.TypeException: Cannot have more than 10 chunks in a single operation. Please rearrange the data to ' +
            'reduce chunking.',
    );
    drive(dmlStatement('insert', mixed(10), 'system'));
    assert.equal(transaction.database.statements.length, 1);
});

test('the same record twice in a list is refused before anything is saved', () => {
    const same = record();
    assert.equal(
        apexErrorOf(() => drive(dmlStatement('insert', list(same, same), 'system'))),
        'System.ListException: Before Insert or Upsert list must not have two identically equal elements',
    );
    assert.equal(
        apexErrorOf(() => drive(dmlStatement('update', list(record(ACCOUNT_ID), record(ACCOUNT_ID)), 'system'))),
        `System.ListException: Duplicate id in list: ${ACCOUNT_ID}`,
    );
    assert.equal(transaction.database.statements.length, 0);
});

test('null is a null dereference', () => {
    for (const target of [null, ApexList.of(sobjectType('Account'), [null])]) {
        assert.match(
            apexErrorOf(() => drive(dmlStatement('insert', target, 'system'))),
            /^System.NullPointerException/,
        );
    }
});

test('savepoints are the database’s own', () => {
    const savepoint = callStatic('System.Database', 'setSavepoint()');
    callStatic('System.Database', 'rollback(Savepoint)', savepoint);
    callStatic('System.Database', 'releaseSavepoint(Savepoint)', savepoint);
    assert.deepEqual(transaction.database.steps, ['savepoint', 'rollback to 1', 'release 1']);
});
