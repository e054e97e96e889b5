import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toStoredId } from '@sw-studio/soql';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();
org.insert(
    'Account',
    { Id: '001f400000R8snnAAB', Name: 'lower' },
    { Id: toStoredId('001F400000R8SNN'), Name: 'upper' },
);
const where = (condition: string, binds = {}) => org.column(`SELECT Name FROM Account WHERE ${condition}`, binds);

test('the suffix of an id is computed from the case of its 15 characters', () => {
    assert.equal(toStoredId('001f400000R8snn'), '001f400000R8snnAAB');
    assert.equal(toStoredId('8017a000002xIza'), '8017a000002xIzaAAE');
    assert.equal(toStoredId('001f400000R8sn'), undefined);
    assert.equal(toStoredId("001f400000R8sn'"), undefined);
});

test('ids are written with 15 or 18 characters and compared by case', () => {
    assert.deepEqual(where("Id = '001f400000R8snn'"), ['lower']);
    assert.deepEqual(where("Id = '001f400000R8snnAAB'"), ['lower']);
    assert.deepEqual(where("Id IN ('001f400000R8snn', '001F400000R8SNN')"), ['lower', 'upper']);
    assert.deepEqual(where("Id != '001f400000R8snn'"), ['upper']);
    assert.deepEqual(where('Id IN :ids', { ids: ['001f400000R8snn'] }), ['lower']);
});

test('a bind that is no id is refused', () => {
    assert.throws(() => where('Id = :id', { id: 'nonsense' }), {
        name: 'QueryError',
        code: 'INVALID_QUERY_FILTER_OPERATOR',
        message: 'invalid ID field: nonsense',
    });
});

test('ids have an order, so that keys can be walked', () => {
    assert.deepEqual(where("Id > '001F400000R8SNN' ORDER BY Id LIMIT 1"), ['lower']);
});
