import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Shop, type ShopTransaction } from '../support/shop.ts';

const shop = new Shop();
let transaction: ShopTransaction;

beforeEach(() => {
    transaction = shop.open();
});

const refusal = (values: Parameters<ShopTransaction['refusal']>[2]) =>
    transaction.refusal('insert', 'Invoice__c', values);

test('a required field that is empty', () => {
    assert.equal(
        transaction.refusal('insert', 'Contact', {}),
        'REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]',
    );
    assert.equal(
        refusal({ Required_Code__c: null }),
        'REQUIRED_FIELD_MISSING, Required fields are missing: [Required_Code__c]: [Required_Code__c]',
    );
    assert.equal(
        transaction.refusal('insert', 'Opportunity', { Name: 'O' }),
        'REQUIRED_FIELD_MISSING, Required fields are missing: [CloseDate, StageName]: [CloseDate, StageName]',
    );
});

test('text that is too long, unless truncation is allowed', () => {
    assert.equal(
        refusal({ Required_Code__c: 'ABCDEF' }),
        'STRING_TOO_LONG, Required Code: data value too large: ABCDEF (max length=5): [Required_Code__c]',
    );
    const name = 'x'.repeat(256);
    assert.equal(
        transaction.refusal('insert', 'Account', { Name: name }),
        `STRING_TOO_LONG, Account Name: data value too large: ${name} (max length=255): [Name]`,
    );
    const record = transaction.record('Invoice__c', { Required_Code__c: 'ABCDEF' });
    transaction.run('insert', [record], { options: { allowFieldTruncation: true } });
    assert.equal(transaction.value('Invoice__c', record.id as string, 'Required_Code__c'), 'ABCDE');
});

test('a value that another row has already', () => {
    const id = transaction.insertOne('Invoice__c', { Key__c: 'abc' });
    assert.equal(
        refusal({ Key__c: 'ABC' }),
        `DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: ${id}: [Key__c]`,
    );
});

test('unique fields may tell case apart', () => {
    transaction.insertOne('Invoice__c', { Token__c: 'abc' });
    assert.equal(refusal({ Token__c: 'ABC' }), 'accepted');
    assert.match(refusal({ Token__c: 'abc' }), /^DUPLICATE_VALUE/);
});

test('empty unique fields do not collide', () => {
    transaction.insert('Invoice__c', {}, {});
    assert.equal(transaction.count('Invoice__c'), 2);
});

test('two rows of one statement with the same unique value', () => {
    const records = ['one', 'ONE'].map((Key__c) => transaction.record('Invoice__c', { Key__c }));
    const [first, second] = transaction.run('insert', records, { allOrNone: false });
    assert.equal(first?.success, true);
    assert.equal(
        second?.errors[0]?.message,
        `duplicate value found: Key__c duplicates value on record with id: ${first?.id}`,
    );
});

test('a number beyond the digits of the field', () => {
    assert.match(
        refusal({ Discount__c: 1000 }),
        /^NUMBER_OUTSIDE_VALID_RANGE, Discount: value outside of valid range on numeric field: 1000/,
    );
    assert.equal(refusal({ Discount__c: 999.99 }), 'accepted');
});

test('numbers are rounded to the scale of the field, half away from zero', () => {
    const id = transaction.insertOne('Invoice__c', { Fee__c: 1.005 });
    assert.equal(transaction.value('Invoice__c', id, 'Fee__c'), 1.01);
});

test('a value that a restricted picklist does not have', () => {
    assert.equal(
        refusal({ Status__c: 'Lost' }),
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Status: bad value for restricted picklist field: Lost: [Status__c]',
    );
    assert.match(refusal({ Tags__c: 'Red;Purple' }), /bad value for restricted picklist field: Purple/);
    assert.equal(refusal({ Tags__c: 'Red;Blue' }), 'accepted');
});

test('an open picklist takes any value', () => {
    const invoice = transaction.insertOne('Invoice__c', {});
    assert.equal(
        transaction.refusal('insert', 'Invoice_Line__c', { Invoice__c: invoice, Kind__c: 'Whatever' }),
        'accepted',
    );
});

test('an address that is no email address', () => {
    assert.equal(
        refusal({ Contact_Email__c: 'someone at home' }),
        'INVALID_EMAIL_ADDRESS, Contact Email: invalid email address: someone at home: [Contact_Email__c]',
    );
});

test('a lookup to a record of the wrong type', () => {
    const contact = transaction.insertOne('Contact', { LastName: 'Curie' });
    assert.equal(
        refusal({ Account__c: contact }),
        `FIELD_INTEGRITY_EXCEPTION, Account: id value of incorrect type: ${contact}: [Account__c]`,
    );
});

test('a lookup to a record that is not there, or was deleted', () => {
    const account = transaction.insertOne('Account', { Name: 'Gone' });
    transaction.delete('Account', account);
    assert.equal(refusal({ Account__c: account }), 'ENTITY_IS_DELETED, entity is deleted: []');
    assert.equal(
        refusal({ Account__c: '0015e0000000999AAA' }),
        'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: [Account__c]',
    );
});

test('an insert with an id, and updates without one or of nothing', () => {
    const id = transaction.insertOne('Account', { Name: 'Acme' });
    assert.equal(
        transaction.refusal('insert', 'Account', { Name: 'Acme' }, id),
        'INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]',
    );
    assert.equal(
        transaction.refusal('update', 'Account', { Name: 'Acme' }),
        'MISSING_ARGUMENT, Id not specified in an update call: [Id]',
    );
    assert.equal(
        transaction.refusal('update', 'Account', { Name: 'Acme' }, '0015e0000000999AAA'),
        'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []',
    );
    transaction.delete('Account', id);
    assert.equal(
        transaction.refusal('update', 'Account', { Name: 'Acme' }, id),
        'ENTITY_IS_DELETED, entity is deleted: []',
    );
});

test('custom metadata is read-only', () => {
    assert.match(
        transaction.refusal('insert', 'Country_Rule__mdt', {}),
        /DML operation INSERT not allowed on Country_Rule__mdt/,
    );
});

test('setup objects and others in one transaction', () => {
    transaction.insertOne('Account', { Name: 'Acme' });
    assert.equal(
        transaction.refusal('insert', 'Group', { Name: 'Team' }),
        'MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): Group, original object: Account: []',
    );
});

test('a record type of another object, and a picklist value that the record type does not have', () => {
    const [, exportType] = shop.org.schema.require('Invoice__c').recordTypes;
    assert.match(
        transaction.refusal('insert', 'Invoice__c', { RecordTypeId: '0125e0000000999AAA' }),
        /^INVALID_CROSS_REFERENCE_KEY/,
    );
    assert.equal(
        refusal({ RecordTypeId: exportType?.id, Status__c: 'Paid' }),
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Status: bad value for restricted picklist field: Paid: [Status__c]',
    );
    const master = '012000000000000AAA';
    const id = transaction.insertOne('Invoice__c', { RecordTypeId: master, Status__c: 'Paid' });
    assert.equal(transaction.value('Invoice__c', id, 'RecordTypeId'), null);
});

test('an owner who is inactive', () => {
    const setup = shop.open({ mixedDmlAllowed: () => true });
    const profile = setup.query("SELECT Id FROM Profile WHERE Name = 'Standard User'")[0]?.id as string;
    const user = setup.insertOne('User', {
        Username: 'left@example.com',
        LastName: 'Left',
        Alias: 'left',
        Email: 'left@example.com',
        ProfileId: profile,
        IsActive: false,
        TimeZoneSidKey: 'GMT',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
    });
    assert.equal(
        setup.refusal('insert', 'Account', { Name: 'Acme', OwnerId: user }),
        `INACTIVE_OWNER_OR_USER, operation performed with inactive user [${user}] as owner of account: [OwnerId]`,
    );
});

test('an account that would become its own ancestor', () => {
    const [parent, child] = transaction.insert('Account', { Name: 'Parent' }, { Name: 'Child' });
    transaction.update('Account', child as string, { ParentId: parent });
    assert.equal(
        transaction.refusal('update', 'Account', { ParentId: child }, parent),
        'CIRCULAR_DEPENDENCY, attempt to violate hierarchy constraints: [ParentId]',
    );
});

test('a permission set that the user has already', () => {
    const setup = shop.open();
    const [permissionSet] = setup.query("SELECT Id FROM PermissionSet WHERE Name = 'Shop_User'");
    const values = { AssigneeId: shop.org.ids.adminId, PermissionSetId: permissionSet?.id };
    const id = setup.insertOne('PermissionSetAssignment', values);
    assert.equal(
        setup.refusal('insert', 'PermissionSetAssignment', values),
        `DUPLICATE_VALUE, duplicate value found: AssigneeId, PermissionSetId duplicates value on record with id: ${id}: []`,
    );
});

test('a user without a role may be created beside other rows, one with a role may not', () => {
    transaction.insertOne('Account', { Name: 'Acme' });
    const [profile] = transaction.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    const user = {
        Username: 'new@example.com',
        LastName: 'New',
        Alias: 'new',
        Email: 'new@example.com',
        ProfileId: profile?.id,
        TimeZoneSidKey: 'GMT',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
    };
    const id = transaction.insertOne('User', user);
    assert.equal(transaction.value('User', id, 'IsActive'), true);
    assert.match(transaction.refusal('update', 'User', { IsActive: false }, id), /^MIXED_DML_OPERATION/);
    assert.equal(transaction.refusal('update', 'User', { Title: 'Clerk' }, id), 'accepted');
    assert.match(transaction.refusal('insert', 'User', user), /^DUPLICATE_USERNAME, Duplicate Username\./);
});
