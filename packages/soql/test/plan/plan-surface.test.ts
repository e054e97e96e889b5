import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesOrg } from '../support/sales.ts';

const org = salesOrg();

test('locking, scope, mode and deleted rows stand on the plan', () => {
    const plan = org.plan('SELECT Id FROM Account USING SCOPE mine WITH USER_MODE FOR UPDATE ALL ROWS');
    assert.deepEqual(
        { forUpdate: plan.forUpdate, scope: plan.scope, mode: plan.mode, allRows: plan.allRows },
        { forUpdate: true, scope: 'MINE', mode: 'user', allRows: true },
    );
    assert.deepEqual(org.plan('SELECT Id FROM Account FOR VIEW FOR REFERENCE').forClauses, ['VIEW', 'REFERENCE']);
    assert.equal(org.plan('SELECT Id FROM Account WITH SECURITY_ENFORCED').mode, 'enforced');
    assert.equal(org.plan('SELECT Id FROM Account').mode, undefined);
});

test('the shape names each output, with its field', () => {
    const { shape } = org.plan(
        'SELECT name, Account.Owner.Name, (SELECT id FROM Tasks), toLabel(StageName) FROM Opportunity',
    );
    assert.deepEqual(
        shape.outputs.map((output) => [output.kind, output.name]),
        [
            ['field', 'Name'],
            ['parent', 'Account'],
            ['children', 'Tasks'],
            ['expression', 'StageName'],
        ],
    );
    const [, account] = shape.outputs;
    assert.ok(account?.kind === 'parent');
    assert.deepEqual(
        account.shapes.map(({ object }) => object.name),
        ['Account'],
    );
    const [owner] = account.shapes[0]?.outputs ?? [];
    assert.ok(owner?.kind === 'parent');
    assert.deepEqual(
        owner.shapes.map(({ object }) => object.name),
        ['User', 'Group'],
    );
});

test('a plan depends on text and schema alone: it runs again over other rows', () => {
    const first = salesOrg();
    const text = "SELECT Name FROM Account WHERE Name LIKE 'a%'";
    assert.deepEqual(first.column(text), []);
    first.insert('Account', { Name: 'Acme' });
    assert.deepEqual(first.column(text), ['Acme']);
});
