import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesOrg } from '../support/sales.ts';

function family() {
    const org = salesOrg();
    const [acme, empty] = org.insert('Account', { Name: 'Acme' }, { Name: 'Empty' });
    const [boss] = org.insert('Contact', { LastName: 'Boss', AccountId: acme, Email: 'boss@acme.com' });
    org.insert(
        'Contact',
        { LastName: 'Aide', AccountId: acme, ReportsToId: boss },
        { LastName: 'Clerk', AccountId: acme, ReportsToId: boss },
    );
    org.insert('Opportunity', { Name: 'Deal', Amount: 7, AccountId: acme });
    return { org, empty };
}

test('child queries answer the records of each parent, none where there are none', () => {
    assert.deepEqual(
        family().org.select(
            'SELECT Name, (SELECT LastName FROM Contacts), (SELECT Amount FROM Opportunities) FROM Account',
        ),
        [
            {
                Name: 'Acme',
                Contacts: [{ LastName: 'Boss' }, { LastName: 'Aide' }, { LastName: 'Clerk' }],
                Opportunities: [{ Amount: 7 }],
            },
            { Name: 'Empty', Contacts: [], Opportunities: [] },
        ],
    );
});

test('WHERE, ORDER BY, LIMIT and OFFSET of a child query are for each parent', () => {
    const { org } = family();
    const names = (clauses: string) => {
        const [contacts] = org.column(
            `SELECT (SELECT LastName FROM Contacts ${clauses}) FROM Account WHERE Name = 'Acme'`,
        );
        return (contacts as { LastName: string }[]).map(({ LastName }) => LastName);
    };
    assert.deepEqual(names('ORDER BY LastName DESC LIMIT 2'), ['Clerk', 'Boss']);
    assert.deepEqual(names('ORDER BY LastName LIMIT 1 OFFSET 1'), ['Boss']);
    assert.deepEqual(names("WHERE Email LIKE '%acme.com'"), ['Boss']);
    assert.deepEqual(names("WHERE Account.Name = 'other'"), []);
});

test('children have parents and children of their own', () => {
    const { org } = family();
    org.object('Line__c', 'a02', { Name: 'string', Contact__c: ['reference', { to: 'Contact' }] });
    const [boss] = org.column("SELECT Id FROM Contact WHERE LastName = 'Boss'") as string[];
    org.insert('Line__c', { Name: 'one', Contact__c: boss ?? null });
    const text =
        "SELECT Name, (SELECT LastName, Account.Name, (SELECT Name, Contact__r.LastName FROM Lines__r) FROM Contacts WHERE LastName = 'Boss') FROM Account LIMIT 1";
    assert.deepEqual(org.select(text), [
        {
            Name: 'Acme',
            Contacts: [
                {
                    LastName: 'Boss',
                    Account: { Name: 'Acme' },
                    Lines__r: [{ Name: 'one', Contact__r: { LastName: 'Boss' } }],
                },
            ],
        },
    ]);
});

test('child records count as rows retrieved', () => {
    assert.equal(family().org.run('SELECT Name, (SELECT Id FROM Contacts) FROM Account').rows, 2 + 3);
});

test('a lookup without an index is read once, not once a parent', () => {
    const { org } = family();
    org.object('Bare__c', 'a03', { Account__c: ['reference', { to: 'Account', indexed: false }] });
    const [acme] = org.column("SELECT Id FROM Account WHERE Name = 'Acme'") as string[];
    org.insert('Bare__c', { Account__c: acme ?? null }, { Account__c: acme ?? null });
    org.rows.calls.length = 0;
    assert.equal(org.run('SELECT Id, (SELECT Id FROM Bares__r) FROM Account').rows, 4);
    assert.equal(org.rows.calls.filter((call) => call === 'scan').length, 2, 'one scan of accounts, one of children');
});
