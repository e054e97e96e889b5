import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop, shopPackage } from '../support/shop.ts';

const { org } = new Shop();
const invoice = org.schema.require('Invoice__c');

test('the id is in slot 0, system fields follow, then custom fields', () => {
    assert.deepEqual(
        invoice.fields.slice(0, 5).map(({ name }) => name),
        ['Id', 'OwnerId', 'IsDeleted', 'Name', 'RecordTypeId'],
    );
    assert.equal(invoice.field('key__c')?.slot, invoice.fields.indexOf(invoice.field('Key__c') as never));
});

test('custom objects get key prefixes in the order of their creation, by kind', () => {
    const prefix = (name: string) => org.schema.require(name).keyPrefix;
    const names = [
        'Allocation__c',
        'Budget__c',
        'Invoice_Line__c',
        'Invoice__c',
        'Payment__c',
        'Rate__c',
        'Shop_Options__c',
    ];
    assert.deepEqual(names.map(prefix), ['a00', 'a01', 'a02', 'a03', 'a04', 'a05', 'a06']);
    assert.equal(prefix('Country_Rule__mdt'), 'm00');
    assert.equal(prefix('Shop_Event__e'), 'e00');
    assert.equal(org.schema.objectByPrefix('a03')?.name, 'Invoice__c');
    assert.equal(org.schema.objectByPrefix('001')?.name, 'Account');
});

test('a detail has no owner of its own, and is controlled by its master', () => {
    const line = org.schema.require('Invoice_Line__c');
    assert.equal(line.field('OwnerId'), undefined);
    assert.equal(line.sharingModel, 'ControlledByParent');
    assert.equal(line.field('Invoice__c')?.relationshipOrder, 0);
});

test('a custom lookup makes a child relationship of its parent, standard objects included', () => {
    assert.deepEqual(org.schema.require('Account').childRelationship('Invoices__r'), {
        relationshipName: 'Invoices__r',
        childObject: 'Invoice__c',
        field: 'Account__c',
        cascadeDelete: false,
        restrictedDelete: false,
    });
    assert.equal(invoice.childRelationship('lines__r')?.cascadeDelete, true);
    assert.equal(invoice.childRelationship('Payments__r')?.restrictedDelete, true);
});

test('a roll-up has the type of what it summarises, a count is a whole number', () => {
    assert.deepEqual([invoice.field('Total__c')?.type, invoice.field('Total__c')?.scale], ['currency', 2]);
    assert.deepEqual([invoice.field('Lines__c')?.type, invoice.field('Lines__c')?.scale], ['double', 0]);
    assert.equal(invoice.field('Total__c')?.calculated, true);
    assert.equal(invoice.field('Total__c')?.createable, false);
});

test('shares exist for private objects, histories where they are enabled', () => {
    assert.equal(org.schema.object('Invoice__Share')?.kind, 'share');
    assert.equal(org.schema.object('Invoice__History')?.kind, 'history');
    assert.equal(org.schema.object('Payment__Share'), undefined);
});

test('record types keep the master record type last', () => {
    assert.deepEqual(
        invoice.recordTypes.map(({ developerName, default: isDefault, master }) => [developerName, isDefault, master]),
        [
            ['Domestic', false, false],
            ['Export', false, false],
            ['Master', true, true],
        ],
    );
});

test('deployed value sets replace those of standard fields', () => {
    assert.deepEqual(
        org.schema
            .require('Lead')
            .field('Industry')
            ?.picklistValues.map(({ value }) => value),
        ['Space'],
    );
});

test('fields of features that the org does not have are absent', () => {
    assert.equal(org.schema.require('Account').field('IsPersonAccount'), undefined);
    assert.equal(org.schema.require('Account').field('CurrencyIsoCode'), undefined);
    const multiCurrency = new Shop({ features: ['MultiCurrency'] }).org;
    assert.notEqual(multiCurrency.schema.require('Account').field('CurrencyIsoCode'), undefined);
});

test('a global value set gives its values to fields that name it, and restricts them', () => {
    const source = shopPackage();
    const [first, ...others] = source.objects.filter(({ name }) => name === 'Payment__c');
    assert.ok(first !== undefined && others.length === 0);
    const field = {
        ...(source.objects.flatMap(({ fields }) => fields).find(({ name }) => name === 'Status__c') as never as object),
    };
    const colour = {
        ...field,
        name: 'Colour__c',
        valueSetName: 'Colours',
        picklistValues: [],
        restrictedPicklist: false,
    };
    const objects = source.objects.map((object) =>
        object.name === 'Payment__c' ? { ...object, fields: [...object.fields, colour as never] } : object,
    );
    const schema = new Shop({}, [{ ...source, objects }]).org.schema;
    const found = schema.require('Payment__c').field('Colour__c');
    assert.deepEqual(
        found?.picklistValues.map(({ value }) => value),
        ['Red'],
    );
    assert.equal(found.restrictedPicklist, true);
});

test('a lookup to an object that the org does not have is left out and listed', () => {
    const source = shopPackage();
    const objects = source.objects.map((object) =>
        object.name === 'Payment__c'
            ? { ...object, fields: object.fields.map((field) => ({ ...field, referenceTo: 'Nowhere__c' })) }
            : object,
    );
    const { org: poorer } = new Shop({}, [{ ...source, objects }]);
    assert.equal(poorer.schema.require('Payment__c').field('Invoice__c'), undefined);
    const listed = poorer.skippedComponents.find(({ name }) => name === 'Payment__c.Invoice__c');
    assert.equal(listed?.reason, 'there is no object Nowhere__c');
});

test('a profile of the source decides which record type is the default', () => {
    const source = shopPackage();
    const profile = {
        ...(source.permissionSets[0] as (typeof source.permissionSets)[number]),
        name: 'Admin',
        recordTypeVisibilities: [{ recordType: 'Invoice__c.Export', visible: true, default: true }],
    };
    const shop = new Shop({}, [{ ...source, profiles: [profile] }]);
    const byDefault = shop.org.schema.require('Invoice__c').recordTypes.find((recordType) => recordType.default);
    assert.equal(byDefault?.developerName, 'Export');
    const transaction = shop.open();
    transaction.insertOne('Invoice__c', {});
    assert.equal(transaction.count("Invoice__c WHERE RecordType.DeveloperName = 'Export'"), 1);
});
