import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop } from '../support/shop.ts';

test('a test sees none of the data of the org, but users, profiles and metadata', () => {
    const shop = new Shop();
    shop.commit((setup) => setup.insertOne('Account', { Name: 'Acme' }));
    shop.commit((setup) =>
        setup.insertOne('Shop_Options__c', { SetupOwnerId: shop.org.ids.organizationId, Limit__c: 1 }),
    );
    const isolated = shop.open({ isTest: true });
    assert.deepEqual([isolated.count('Account'), isolated.count('Shop_Options__c')], [0, 0]);
    assert.deepEqual([isolated.count('User'), isolated.count('Country_Rule__mdt')], [2, 2]);
    assert.equal(isolated.count("Profile WHERE Name = 'System Administrator'"), 1);
    isolated.insertOne('Account', { Name: 'Own' });
    assert.deepEqual(isolated.rows('SELECT Name FROM Account'), [{ Name: 'Own' }]);
});

test('a setting of the org does not stand in the way of the same setting in a test', () => {
    const shop = new Shop();
    const SetupOwnerId = shop.org.ids.organizationId;
    shop.commit((setup) => setup.insertOne('Shop_Options__c', { SetupOwnerId }));
    const isolated = shop.open({ isTest: true });
    assert.equal(isolated.refusal('insert', 'Shop_Options__c', { SetupOwnerId }), 'accepted');
    assert.match(isolated.refusal('insert', 'Shop_Options__c', { SetupOwnerId }), /^DUPLICATE_VALUE/);
});

test('nor does the row of a list setting', () => {
    const shop = new Shop();
    shop.commit((setup) => setup.insertOne('Rate__c', { Name: 'Standard' }));
    const isolated = shop.open({ isTest: true });
    assert.equal(isolated.refusal('insert', 'Rate__c', { Name: 'Standard' }), 'accepted');
    assert.match(isolated.refusal('insert', 'Rate__c', { Name: 'standard' }), /^DUPLICATE_VALUE/);
});
