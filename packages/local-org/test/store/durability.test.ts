import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, test } from 'node:test';
import type { MetadataPackage } from '../../src/metadata/model.ts';
import { SqliteDurability } from '../../src/store/sqlite-durability.ts';
import { Shop, shopPackage } from '../support/shop.ts';

let folder: string;
let file: string;

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'org-'));
    file = join(folder, 'org.sqlite');
});

afterEach(() => rmSync(folder, { recursive: true }));

function openShop(packages?: readonly MetadataPackage[]): Shop {
    return new Shop({ durability: new SqliteDurability(file) }, packages);
}

test('committed rows are there after a restart, with users, sequences and ids going on', () => {
    const before = openShop();
    const id = before.commit((transaction) =>
        transaction.insertOne('Invoice__c', { Key__c: 'A', Fee__c: 1.5, Active__c: false }),
    );
    before.open().insertOne('Invoice__c', { Key__c: 'not committed' });
    before.org.close();

    const after = openShop();
    assert.deepEqual(after.org.ids, before.org.ids);
    const transaction = after.open();
    assert.deepEqual(transaction.rows('SELECT Name, Key__c, Fee__c, Active__c FROM Invoice__c'), [
        { Name: 'INV-2026-0001', Key__c: 'A', Fee__c: 1.5, Active__c: false },
    ]);
    assert.match(transaction.refusal('insert', 'Invoice__c', { Key__c: 'a' }), /^DUPLICATE_VALUE/);
    const next = transaction.insertOne('Invoice__c', {});
    assert.notEqual(next, id);
    assert.equal(
        transaction.value('Invoice__c', next, 'Name'),
        'INV-2026-0002',
        'a number drawn by a transaction that died is free',
    );
    assert.equal(transaction.count('User'), 2, 'nothing is deployed or filled twice');
    assert.equal(transaction.count('ApexClass'), 1);
    after.org.close();
});

test('the recycle bin is kept, with what was deleted together', () => {
    const before = openShop();
    const invoice = before.commit((transaction) => {
        const id = transaction.insertOne('Invoice__c', {});
        transaction.insertOne('Invoice_Line__c', { Invoice__c: id });
        return id;
    });
    before.commit((transaction) => transaction.delete('Invoice__c', invoice));
    before.org.close();

    const after = openShop();
    const transaction = after.open();
    assert.equal(transaction.count('Invoice__c'), 0);
    transaction.run('undelete', [transaction.record('Invoice__c', {}, invoice)]);
    assert.deepEqual([transaction.count('Invoice__c'), transaction.count('Invoice_Line__c')], [1, 1]);
    after.org.close();
});

test('rows survive a schema whose fields have moved, and prefixes stay with their objects', () => {
    const before = openShop();
    before.commit((transaction) => transaction.insert('Payment__c', { Name: 'P-1' }));
    const prefix = before.org.schema.require('Payment__c').keyPrefix;
    before.org.close();

    const source = shopPackage();
    const earlier = {
        ...(source.objects.find(({ name }) => name === 'Payment__c') as (typeof source.objects)[number]),
        name: 'Aaa__c',
        fields: [],
    };
    const objects = source.objects.map((object) =>
        object.name === 'Payment__c' ? { ...object, enableActivities: true, fields: [] } : object,
    );
    const after = openShop([{ ...source, objects: [earlier, ...objects] }]);
    assert.equal(after.org.schema.require('Payment__c').keyPrefix, prefix);
    assert.deepEqual(after.open().rows('SELECT Name FROM Payment__c'), [{ Name: 'P-1' }]);
    after.org.close();
});

test('a process that is killed loses no transaction that it committed', () => {
    const script = `
        const { LocalOrg } = await import(${JSON.stringify(new URL('../../src/org.ts', import.meta.url).href)});
        const { SqliteDurability } = await import(${JSON.stringify(new URL('../../src/store/sqlite-durability.ts', import.meta.url).href)});
        const { SObject, drive } = await import('@sw-studio/apex/runtime');
        const org = LocalOrg.create([], { durability: new SqliteDurability(${JSON.stringify(file)}) });
        const type = org.object('Account');
        for (let index = 0; index < 20; index++) {
            const { transaction, database } = org.openTransaction();
            const record = new SObject(type);
            record.values[type.field('Name').slot] = 'Account ' + index;
            drive(database.dml({ operation: 'insert', records: [record], allOrNone: true, access: 'system' }));
            if (index < 19) transaction.commit();
        }
        process.kill(process.pid, 'SIGKILL');
    `;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname });
    assert.equal(child.signal, 'SIGKILL', String(child.stderr));
    const after = new Shop({ durability: new SqliteDurability(file) }, []);
    assert.equal(after.open().count('Account'), 19);
    after.org.close();
});
