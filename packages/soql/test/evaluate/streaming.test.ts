import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectRows } from '@sw-studio/soql';
import { plain } from '../support/org.ts';
import { salesOrg } from '../support/sales.ts';

function accounts(count: number) {
    const org = salesOrg();
    org.insert('Account', ...Array.from({ length: count }, (_, index) => ({ Name: `n${index}`, Rating: index % 10 })));
    return org;
}

test('an open query reads rows as they are taken', () => {
    const org = accounts(1000);
    const open = org.open('SELECT Name FROM Account WHERE Rating = 3');
    const taken: unknown[] = [];
    for (const record of open) {
        taken.push(plain(record));
        if (taken.length === 2) break;
    }
    assert.deepEqual(taken, [{ Name: 'n3' }, { Name: 'n13' }]);
    assert.equal(open.statistics.examined, 14);
});

test('it answers what executePlan answers', () => {
    const org = accounts(100);
    for (const text of [
        'SELECT Name FROM Account ORDER BY Rating, Name LIMIT 7 OFFSET 3',
        'SELECT Rating, COUNT(Id) FROM Account GROUP BY Rating',
    ]) {
        assert.deepEqual([...org.open(text)].map(plain), org.select(text));
    }
});

test('rows that a cursor kept are projected as the plan selects them', () => {
    const org = accounts(3);
    const plan = org.plan('SELECT Rating FROM Account ORDER BY Name DESC');
    const [first] = org.run("SELECT Id FROM Account WHERE Name = 'n1'").records;
    assert.ok(first);
    assert.deepEqual(projectRows(plan, [first.row], org.rows, org.environment).map(plain), [{ Rating: 1 }]);
});

test('SELECT COUNT() has no records to iterate over', () => {
    assert.throws(() => accounts(1).open('SELECT COUNT() FROM Account'), { code: 'MALFORMED_QUERY' });
});
