import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainPlan } from '@sw-studio/soql';
import { moment } from '../support/org.ts';
import { salesOrg } from '../support/sales.ts';

/** 10,000 accounts; Name, External__c, CreatedDate, ParentId and OwnerId are indexed, Rating is not. */
const org = salesOrg();
const [owner, other] = org.insert('User', { Name: 'owner' }, { Name: 'other' });
const ids = org.insert(
    'Account',
    ...Array.from({ length: 10_000 }, (_, index) => ({
        Name: `Account ${String(index).padStart(5, '0')}`,
        External__c: `K${String(index).padStart(5, '0')}`,
        CreatedDate: moment('2026-01-01T00:00:00Z') + index * 60_000,
        Rating: index,
        OwnerId: index < 9000 ? (owner as string) : (other as string),
    })),
);

function run(text: string, binds: Parameters<typeof org.run>[1] = {}) {
    org.rows.touched = 0;
    const { access, examined, count } = org.run(text, binds);
    return { access, examined, count, touched: org.rows.touched };
}

test('an id is looked up, and nothing else is touched', () => {
    assert.deepEqual(run('SELECT Id FROM Account WHERE Id = :id AND Rating = 5', { id: ids[5] }), {
        access: 'id',
        examined: 1,
        count: 1,
        touched: 0,
    });
});

test('an equality and IN use the index', () => {
    assert.deepEqual(run("SELECT Id FROM Account WHERE External__c = 'k00500'"), {
        access: 'index',
        examined: 1,
        count: 1,
        touched: 1,
    });
    assert.equal(run("SELECT Id FROM Account WHERE Name IN ('account 00001', 'ACCOUNT 00002', 'none')").examined, 2);
});

test('what has no index is scanned', () => {
    assert.deepEqual(run('SELECT Id FROM Account WHERE Rating = 5'), {
        access: 'scan',
        examined: 10_000,
        count: 1,
        touched: 10_000,
    });
    assert.equal(run('SELECT Id FROM Account WHERE External__c = null').access, 'scan');
    assert.equal(run("SELECT Id FROM Account WHERE External__c != 'K00001'").access, 'scan');
    assert.equal(run("SELECT Id FROM Account WHERE Name LIKE '%00001'").access, 'scan');
});

test('bounds on one field are one range', () => {
    const text = 'SELECT Id FROM Account WHERE External__c >= :from AND Rating > 0 AND External__c < :to';
    assert.deepEqual(run(text, { from: 'K00100', to: 'K00200' }), {
        access: 'index',
        examined: 100,
        count: 100,
        touched: 100,
    });
});

test('a claim query reads as many rows as it takes', () => {
    const text = 'SELECT Id FROM Account WHERE External__c >= :a AND External__c < :b ORDER BY External__c LIMIT 200';
    assert.deepEqual(run(text, { a: 'K01000', b: 'K09000' }), {
        access: 'index',
        examined: 200,
        count: 200,
        touched: 200,
    });
});

test('ORDER BY an index with a LIMIT ends early, forwards and backwards', () => {
    assert.equal(run('SELECT Id FROM Account ORDER BY Name LIMIT 10').touched, 10);
    assert.equal(run('SELECT Id FROM Account ORDER BY CreatedDate DESC LIMIT 10 OFFSET 5').touched, 15);
    assert.deepEqual(org.column('SELECT Name FROM Account ORDER BY Name DESC LIMIT 1'), ['Account 09999']);
    assert.equal(
        run('SELECT Id FROM Account ORDER BY Name NULLS LAST LIMIT 10').touched,
        10_000,
        'not the order of the index',
    );
});

test('further keys sort the rows that are equal in the index, and the LIMIT still ends early', () => {
    const tied = salesOrg();
    tied.insert(
        'Account',
        ...Array.from({ length: 100 }, (_, index) => ({ Name: `n${Math.floor(index / 10)}`, Rating: 100 - index })),
    );
    tied.rows.touched = 0;
    assert.deepEqual(tied.column('SELECT Rating FROM Account ORDER BY Name, Rating LIMIT 3 OFFSET 9'), [100, 81, 82]);
    assert.equal(tied.rows.touched, 21, 'two runs of ten, and the row that ends the second');
});

test('a filter on a parent reaches the rows through the parent', () => {
    const family = salesOrg();
    const parents = family.insert(
        'Account',
        ...Array.from({ length: 100 }, (_, index) => ({ External__c: `P${index}` })),
    );
    family.insert('Contact', ...parents.flatMap((AccountId) => [{ AccountId }, { AccountId }]));
    const { access, examined, count } = family.run("SELECT Id FROM Contact WHERE Account.External__c = 'p7'");
    assert.deepEqual({ access, examined, count }, { access: 'index', examined: 2, count: 2 });
});

test('a LIKE with a fixed beginning and a date literal are ranges', () => {
    assert.equal(run("SELECT Id FROM Account WHERE Name LIKE 'account 0012%'").examined, 10);
    assert.equal(run('SELECT Id FROM Account WHERE CreatedDate = 2026-01-01T00:10:00Z').examined, 1);
    org.environment = { ...org.environment, now: () => moment('2026-01-02T12:00:00Z') };
    assert.equal(run('SELECT Id FROM Account WHERE CreatedDate = TODAY').examined, 1440);
});

test('AND takes the index that reaches fewer rows', () => {
    assert.equal(
        run('SELECT Id FROM Account WHERE OwnerId = :owner AND External__c = :key', {
            owner: owner as string,
            key: 'K00001',
        }).examined,
        1,
    );
    assert.equal(
        run("SELECT Id FROM Account WHERE OwnerId = :owner AND Name LIKE 'account%'", { owner: other as string })
            .examined,
        1000,
    );
});

test('an unselective equality loses against walking the wanted order', () => {
    const text = 'SELECT Id FROM Account WHERE OwnerId = :owner ORDER BY External__c LIMIT 10';
    assert.equal(run(text, { owner: owner as string }).examined, 10);
});

test('OR of indexes is their union, each row once; one branch without an index makes it a scan', () => {
    const union = run(
        "SELECT Id FROM Account WHERE External__c = 'K00001' OR Name = 'Account 00001' OR Name = 'Account 00002'",
    );
    assert.deepEqual(
        { access: union.access, count: union.count, examined: union.examined },
        { access: 'index', count: 2, examined: 2 },
    );
    assert.equal(run("SELECT Id FROM Account WHERE External__c = 'K00001' OR Rating = 2").access, 'scan');
});

test('a semi-join is an IN over its values', () => {
    org.insert('Contact', { LastName: 'x', AccountId: ids[7] });
    assert.deepEqual(
        run("SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName = 'x')").access,
        'id',
    );
});

test('COUNT() uses indexes too', () => {
    assert.deepEqual(run("SELECT COUNT() FROM Account WHERE External__c < 'K00010'"), {
        access: 'index',
        examined: 10,
        count: 10,
        touched: 10,
    });
});

test('a locale with an order of its own does not read text in the order of the index', () => {
    const german = salesOrg();
    german.insert('Account', { Name: 'Z' }, { Name: 'ä' });
    german.environment = { ...german.environment, locale: 'de_DE' };
    assert.deepEqual(german.column('SELECT Name FROM Account ORDER BY Name LIMIT 1'), ['ä']);
});

test('explainPlan lists the ways, cheapest first, the scan last', () => {
    const ways = explainPlan(
        org.plan(
            "SELECT Id FROM Account WHERE CreatedDate > 2026-01-01T00:00:00Z AND External__c = 'K1' ORDER BY Name",
        ),
    );
    assert.deepEqual(
        ways.map(({ leadingOperationType, fields }) => [leadingOperationType, ...fields]),
        [['Index', 'External__c'], ['Index', 'CreatedDate'], ['Index', 'Name'], ['TableScan']],
    );
});
