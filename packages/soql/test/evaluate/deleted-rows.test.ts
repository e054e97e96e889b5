import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesOrg } from '../support/sales.ts';

test('ALL ROWS answers deleted rows too, whatever index the filter would have', () => {
    const org = salesOrg();
    const [gone] = org.insert('Account', { Name: 'gone' }, { Name: 'here' });
    org.delete('Account', gone as string);
    assert.deepEqual(org.column('SELECT Name FROM Account ORDER BY Name'), ['here']);
    assert.deepEqual(org.column('SELECT Name FROM Account ORDER BY Name ALL ROWS'), ['gone', 'here']);
    assert.deepEqual(org.column("SELECT Name FROM Account WHERE Name = 'gone' ALL ROWS"), ['gone']);
    assert.deepEqual(org.column('SELECT Name FROM Account WHERE Id = :gone ALL ROWS', { gone: gone as string }), [
        'gone',
    ]);
});
