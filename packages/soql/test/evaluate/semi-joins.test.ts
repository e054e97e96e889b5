import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();
const [acme, beta] = org.insert('Account', { Name: 'Acme' }, { Name: 'Beta' }, { Name: 'Gamma' });
org.insert(
    'Contact',
    { LastName: 'A', AccountId: acme, Email: 'a@acme.com' },
    { LastName: 'B', AccountId: beta },
    { LastName: 'None' },
);
org.insert('Opportunity', { Name: 'Deal', AccountId: acme }, { Name: 'Free' });

test('IN a query keeps the rows that it selects', () => {
    assert.deepEqual(org.column('SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact)'), [
        'Acme',
        'Beta',
    ]);
    assert.deepEqual(
        org.column('SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Email != null)'),
        ['Acme'],
    );
    assert.deepEqual(
        org.column('SELECT LastName FROM Contact WHERE AccountId IN (SELECT AccountId FROM Opportunity)'),
        ['A'],
    );
});

test('NOT IN a query keeps the others; nulls inside of it join nothing', () => {
    assert.deepEqual(org.column('SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)'), ['Gamma']);
    assert.deepEqual(
        org.column('SELECT LastName FROM Contact WHERE AccountId NOT IN (SELECT AccountId FROM Opportunity)'),
        ['B'],
    );
});

test('two of them can be joined by AND', () => {
    const text =
        'SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id NOT IN (SELECT AccountId FROM Opportunity)';
    assert.deepEqual(org.column(text), ['Beta']);
});

test('the inner query is run once', () => {
    org.rows.calls.length = 0;
    org.run("SELECT Name FROM Account WHERE Name != 'x' AND Id NOT IN (SELECT AccountId FROM Contact)");
    assert.equal(org.rows.calls.filter((call) => call === 'scan').length, 2);
});
