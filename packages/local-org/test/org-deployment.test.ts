import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop, shopPackage } from './support/shop.ts';

test('deployed components are rows that queries find', () => {
    const transaction = new Shop().open();
    assert.deepEqual(transaction.rows('SELECT Name, ApiVersion, Status, NamespacePrefix FROM ApexClass'), [
        { Name: 'ShopService', ApiVersion: 64, Status: 'Active', NamespacePrefix: null },
    ]);
    assert.deepEqual(
        transaction.rows(
            'SELECT Name, TableEnumOrId, UsageBeforeInsert, UsageAfterUpdate, UsageAfterInsert FROM ApexTrigger',
        ),
        [
            {
                Name: 'InvoiceTrigger',
                TableEnumOrId: 'Invoice__c',
                UsageBeforeInsert: true,
                UsageAfterUpdate: true,
                UsageAfterInsert: false,
            },
        ],
    );
    assert.deepEqual(
        transaction.rows(
            "SELECT DeveloperName, SobjectType FROM RecordType WHERE SobjectType = 'Invoice__c' ORDER BY DeveloperName",
        ),
        [
            { DeveloperName: 'Domestic', SobjectType: 'Invoice__c' },
            { DeveloperName: 'Export', SobjectType: 'Invoice__c' },
        ],
    );
    assert.equal(transaction.count("StaticResource WHERE Name = 'Bundle' AND ContentType = 'application/zip'"), 1);
    assert.equal(
        transaction.count(
            "ObjectPermissions WHERE Parent.Name = 'Shop_User' AND SobjectType = 'Invoice__c' AND PermissionsCreate = true",
        ),
        1,
    );
    assert.equal(transaction.count("SetupEntityAccess WHERE Parent.Name = 'Shop_User'"), 2);
});

test('custom metadata records are rows, their relationships ids', () => {
    const transaction = new Shop().open();
    assert.deepEqual(
        transaction.rows(
            'SELECT DeveloperName, MasterLabel, Tax__c, Active__c FROM Country_Rule__mdt ORDER BY DeveloperName',
        ),
        [
            { DeveloperName: 'France', MasterLabel: 'France', Tax__c: 20, Active__c: false },
            { DeveloperName: 'Germany', MasterLabel: 'Germany', Tax__c: 19, Active__c: true },
        ],
    );
    assert.equal(transaction.count("Country_Rule__mdt WHERE Fallback__r.DeveloperName = 'France'"), 1);
});

test('a new org has what code relies on', () => {
    const transaction = new Shop({ edition: 'Enterprise Edition' }).open();
    assert.deepEqual(transaction.rows('SELECT OrganizationType, IsSandbox FROM Organization'), [
        { OrganizationType: 'Enterprise Edition', IsSandbox: false },
    ]);
    assert.equal(
        transaction.count(
            "Profile WHERE Name IN ('System Administrator', 'Standard User', 'Minimum Access - Salesforce')",
        ),
        3,
    );
    assert.equal(transaction.count('Pricebook2 WHERE IsStandard = true'), 1);
    assert.equal(transaction.count("OpportunityStage WHERE MasterLabel = 'Closed Won' AND IsWon = true"), 1);
});

test('a further deployment keeps the rows, and takes away what the source no longer has', () => {
    const shop = new Shop();
    const id = shop.commit((transaction) => transaction.insertOne('Invoice__c', { Key__c: 'A', Fee__c: 2 }));
    const source = shopPackage();
    const objects = source.objects.map((object) =>
        object.name === 'Invoice__c'
            ? { ...object, fields: object.fields.filter(({ name }) => name !== 'Active__c') }
            : object,
    );
    shop.org.deploy([{ ...source, objects, classes: [] }]);
    const transaction = shop.open();
    assert.deepEqual(transaction.rows(`SELECT Key__c, Fee__c FROM Invoice__c WHERE Id = '${id}'`), [
        { Key__c: 'A', Fee__c: 2 },
    ]);
    assert.equal(transaction.type('Invoice__c').field('Active__c'), undefined);
    assert.equal(transaction.count('ApexClass'), 0);
    assert.equal(transaction.count('ApexTrigger'), 1);
});

test('every component without effect is listed', () => {
    const { skippedComponents } = new Shop().org;
    assert.deepEqual(
        skippedComponents.map(({ type }) => type),
        ['Flow', 'Layout', 'CompactLayout'],
    );
});

test('statuses of the source replace those that the org came with', () => {
    const source = shopPackage();
    const won = {
        fullName: 'Signed',
        label: 'Signed',
        default: false,
        active: true,
        controllingValues: [],
        meaning: { closed: 'true', won: 'true', probability: '95', forecastCategory: 'Forecast' },
    };
    const stages = { name: 'OpportunityStage', sorted: false, values: [won] };
    const transaction = new Shop({}, [{ ...source, standardValueSets: [stages] }]).open();
    assert.deepEqual(
        transaction.rows('SELECT MasterLabel, DefaultProbability, ForecastCategoryName, IsWon FROM OpportunityStage'),
        [{ MasterLabel: 'Signed', DefaultProbability: 95, ForecastCategoryName: 'Commit', IsWon: true }],
    );
});
