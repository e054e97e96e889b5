import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { day, NOON, Shop, shopPackage, type ShopTransaction } from '../support/shop.ts';

let shop: Shop;
let transaction: ShopTransaction;

beforeEach(() => {
    shop = new Shop();
    transaction = shop.open();
});

test('a new row gets its id, owner, record type, defaults and audit fields', () => {
    const id = transaction.insertOne('Invoice__c', {});
    const [row] = transaction.rows(
        'SELECT OwnerId, RecordType.DeveloperName, Status__c, Due__c, Active__c, Required_Code__c, CreatedDate, CreatedById, LastModifiedDate, SystemModstamp FROM Invoice__c',
    );
    const admin = shop.org.ids.adminId;
    assert.match(id, /^a03[0-9A-Za-z]{15}$/);
    assert.deepEqual(row, {
        OwnerId: admin,
        RecordTypeId: null,
        Status__c: 'Draft',
        Due__c: day('2026-04-14'),
        Active__c: true,
        Required_Code__c: 'A1',
        CreatedDate: NOON,
        CreatedById: admin,
        LastModifiedDate: NOON,
        SystemModstamp: NOON,
    });
});

test('a value that was set to null is not replaced by the default', () => {
    const id = transaction.insertOne('Invoice__c', { Status__c: null, Due__c: null });
    assert.deepEqual(transaction.rows(`SELECT Status__c, Due__c FROM Invoice__c WHERE Id = '${id}'`), [
        { Status__c: null, Due__c: null },
    ]);
});

test('auto numbers follow their format and count up', () => {
    transaction.insert('Invoice__c', {}, {});
    assert.deepEqual(transaction.rows('SELECT Name FROM Invoice__c ORDER BY Name'), [
        { Name: 'INV-2026-0001' },
        { Name: 'INV-2026-0002' },
    ]);
});

test('a number that was drawn is not drawn again after a rollback', () => {
    transaction.insertOne('Invoice__c', {});
    transaction.rollback();
    const next = shop.open();
    next.insertOne('Invoice__c', {});
    assert.deepEqual(next.rows('SELECT Name FROM Invoice__c'), [{ Name: 'INV-2026-0002' }]);
});

test('a text name that nobody gave is the id', () => {
    const invoice = transaction.insertOne('Invoice__c', {});
    const line = transaction.insertOne('Invoice_Line__c', { Invoice__c: invoice });
    assert.equal(transaction.value('Invoice_Line__c', line, 'Name'), line);
});

test('people are named by their parts', () => {
    const id = transaction.insertOne('Contact', { FirstName: 'Marie', LastName: 'Curie' });
    assert.equal(transaction.value('Contact', id, 'Name'), 'Marie Curie');
    transaction.update('Contact', id, { FirstName: null });
    assert.equal(transaction.value('Contact', id, 'Name'), 'Curie');
});

test('an update writes the fields that were set, and the time of the change', () => {
    const id = transaction.insertOne('Invoice__c', { Key__c: 'A', Fee__c: 3 });
    shop.clock.advance(5_000);
    transaction.update('Invoice__c', id, { Fee__c: 4 });
    assert.deepEqual(transaction.rows('SELECT Key__c, Fee__c, CreatedDate, LastModifiedDate FROM Invoice__c'), [
        { Key__c: 'A', Fee__c: 4, CreatedDate: NOON, LastModifiedDate: NOON + 5_000 },
    ]);
});

test('datetimes keep whole seconds, empty text is null, blanks around text are cut', () => {
    const id = transaction.insertOne('Invoice__c', { Sent_At__c: NOON + 789, Key__c: '  k  ', Notes__c: '' });
    assert.deepEqual(transaction.rows(`SELECT Sent_At__c, Key__c, Notes__c FROM Invoice__c WHERE Id = '${id}'`), [
        { Sent_At__c: NOON, Key__c: 'k', Notes__c: null },
    ]);
});

test('a parent is found by its external id', () => {
    transaction.insertOne('Invoice__c', { Key__c: 'P-1' });
    const line = transaction.record('Invoice_Line__c', { Amount__c: 2 });
    line.parents = new Map([['invoice__r', transaction.record('Invoice__c', { Key__c: 'p-1' })]]);
    assert.equal(transaction.run('insert', [line])[0]?.success, true);
    const stranger = transaction.record('Invoice_Line__c', { Amount__c: 2 });
    stranger.parents = new Map([['invoice__r', transaction.record('Invoice__c', { Key__c: 'nobody' })]]);
    assert.equal(
        transaction.run('insert', [stranger])[0]?.errors[0]?.message,
        'Foreign key external ID: nobody not found for field Key__c in entity Invoice__c',
    );
});

test('with all or none, one bad row keeps every row out, and no record gets an id', () => {
    const records = [{ Fee__c: 1 }, { Fee__c: -1 }].map((values) => transaction.record('Invoice__c', values));
    const outcomes = transaction.run('insert', records);
    assert.deepEqual(
        outcomes.map(({ errors }) => errors[0]?.statusCode),
        ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
    );
    assert.equal(transaction.count('Invoice__c'), 0);
    assert.deepEqual(
        records.map(({ id }) => id),
        [null, null],
    );
});

test('without all or none the good rows are saved', () => {
    const records = [{ Fee__c: 1 }, { Fee__c: -1 }, { Fee__c: 2 }].map((values) =>
        transaction.record('Invoice__c', values),
    );
    const outcomes = transaction.run('insert', records, { allOrNone: false });
    assert.deepEqual(
        outcomes.map(({ success }) => success),
        [true, false, true],
    );
    assert.deepEqual(transaction.rows('SELECT Fee__c FROM Invoice__c ORDER BY Fee__c'), [{ Fee__c: 1 }, { Fee__c: 2 }]);
});

test('a list of several types is saved in the order in which it was given', () => {
    const account = transaction.record('Account', { Name: 'Acme' });
    const contact = transaction.record('Contact', { LastName: 'Curie' });
    assert.deepEqual(
        transaction.run('insert', [account, contact]).map(({ success }) => success),
        [true, true],
    );
});

test('a picklist starts with the default of the record type', () => {
    const source = shopPackage();
    const objects = source.objects.map((object) => ({
        ...object,
        recordTypes: object.recordTypes.map((recordType) => ({
            ...recordType,
            picklistValues: [{ picklist: 'Status__c', values: [{ fullName: 'Sent', default: true }] }],
        })),
    }));
    const other = new Shop({}, [{ ...source, objects }]);
    const [domestic] = other.org.schema.require('Invoice__c').recordTypes;
    const inOther = other.open();
    const id = inOther.insertOne('Invoice__c', { RecordTypeId: domestic?.id });
    assert.equal(inOther.value('Invoice__c', id, 'Status__c'), 'Sent');
});
