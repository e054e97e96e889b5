import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesOrg } from '../support/sales.ts';

function family() {
    const org = salesOrg();
    const [ada] = org.insert('User', { Name: 'Ada', Email: 'ada@example.com' });
    const [queue] = org.insert('Group', { Name: 'Queue', DeveloperName: 'Queue' });
    const [top] = org.insert('Account', { Name: 'Top', OwnerId: ada });
    const [middle] = org.insert('Account', { Name: 'Middle', ParentId: top, OwnerId: queue });
    const [deal] = org.insert('Opportunity', { Name: 'Deal', Amount: 5, AccountId: middle });
    org.insert('Contact', { LastName: 'Low', AccountId: middle }, { LastName: 'Free' });
    org.insert(
        'Task',
        { Subject: 'about account', WhatId: top, OwnerId: ada },
        { Subject: 'about deal', WhatId: deal },
        { Subject: 'alone' },
    );
    return org;
}

test('paths lead up through lookups; a missing parent is null', () => {
    assert.deepEqual(
        family().select('SELECT LastName, Account.Name, Account.Parent.Name, Account.Parent.Owner.Name FROM Contact'),
        [
            { LastName: 'Low', Account: { Name: 'Middle', Parent: { Name: 'Top', Owner: { Name: 'Ada' } } } },
            { LastName: 'Free', Account: null },
        ],
    );
});

test('fields of one parent are gathered where the first of them stands', () => {
    const { shape } = family().run('SELECT Account.Name, LastName, Account.Industry, Account.Parent.Name FROM Contact');
    assert.deepEqual(
        shape.outputs.map(({ name }) => name),
        ['Account', 'LastName'],
    );
});

test('parents are filtered and ordered by', () => {
    const org = family();
    assert.deepEqual(org.column("SELECT LastName FROM Contact WHERE Account.Parent.Name = 'TOP'"), ['Low']);
    assert.deepEqual(org.column('SELECT LastName FROM Contact ORDER BY Account.Name'), ['Free', 'Low']);
    assert.deepEqual(org.column('SELECT LastName FROM Contact ORDER BY Account.Name NULLS LAST'), ['Low', 'Free']);
});

test('a polymorphic parent is of the object that the id belongs to', () => {
    const org = family();
    assert.deepEqual(org.select('SELECT Name, Owner.Name, Owner.Type, Owner.Email FROM Account'), [
        { Name: 'Top', Owner: { Name: 'Ada', Type: 'User', Email: 'ada@example.com' } },
        { Name: 'Middle', Owner: { Name: 'Queue', Type: 'Group', Email: null } },
    ]);
    assert.deepEqual(org.column("SELECT Name FROM Account WHERE Owner.Type = 'group'"), ['Middle']);
    assert.deepEqual(org.column("SELECT Subject FROM Task WHERE What.Name = 'deal'"), ['about deal']);
});

test('Name of a polymorphic parent is whatever names the target', () => {
    const org = family();
    org.object('Case', '500', { CaseNumber: 'autonumber' });
    org.object('Note__c', 'a01', { About__c: ['reference', { to: ['Account', 'Case'] }] });
    const named = org.schema.object('Case');
    assert.ok(named);
    Object.defineProperty(named, 'nameFields', { value: [named.field('CaseNumber')] });
    const [id] = org.insert('Case', { CaseNumber: '00001' });
    org.insert('Note__c', { About__c: id });
    assert.deepEqual(org.select('SELECT About__r.Name FROM Note__c'), [{ About__r: { Name: '00001' } }]);
});

test('TYPEOF selects by the object of the parent', () => {
    const org = family();
    const text =
        'SELECT Subject, TYPEOF What WHEN Account THEN Name, Industry WHEN Opportunity THEN Amount, Account.Name END FROM Task';
    assert.deepEqual(org.select(text), [
        { Subject: 'about account', What: { Name: 'Top', Industry: null } },
        { Subject: 'about deal', What: { Amount: 5, Account: { Name: 'Middle' } } },
        { Subject: 'alone', What: null },
    ]);
});

test('TYPEOF: ELSE is for the objects without a branch; without ELSE they have their type alone', () => {
    const org = family();
    const whats = (text: string) => org.run(text).records.map(({ values: [what] }) => what);
    const [, withElse] = whats('SELECT TYPEOF What WHEN Account THEN Industry ELSE Name END FROM Task');
    assert.deepEqual(withElse && typeof withElse === 'object' && 'values' in withElse && withElse.values, ['Deal']);
    const [, without] = whats('SELECT TYPEOF What WHEN Account THEN Industry END FROM Task');
    assert.ok(typeof without === 'object' && without !== null && 'object' in without);
    assert.equal(without.object.name, 'Opportunity');
    assert.deepEqual(without.values, []);
});
