import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync, strFromU8 } from 'fflate';
import { shopPackage } from '../support/shop.ts';

const shop = shopPackage();
const object = (name: string) => shop.objects.find((candidate) => candidate.name === name);

test('an object is read with its fields, rules, record types, field sets and list views from their own files', () => {
    const invoice = object('Invoice__c');
    assert.equal(invoice?.label, 'Invoice');
    assert.equal(invoice.nameField?.displayFormat, 'INV-{YYYY}-{0000}');
    assert.equal(invoice.fields.length, 20);
    assert.deepEqual(
        invoice.validationRules.map(({ name }) => name),
        ['Fee_Not_Negative', 'Paid_Is_Final'],
    );
    assert.deepEqual(
        invoice.recordTypes.map(({ name }) => name),
        ['Domestic', 'Export'],
    );
    assert.deepEqual(invoice.fieldSets[0]?.displayedFields, [
        { field: 'Key__c', required: true },
        { field: 'Account__r.Name', required: false },
    ]);
    assert.deepEqual(invoice.listViews, ['All']);
});

test('text keeps its entities decoded', () => {
    assert.equal(shop.labels[0]?.value, 'Hello & welcome');
    assert.match(object('Invoice__c')?.fields.find(({ name }) => name === 'Region_Label__c')?.formula ?? '', /"none"/);
});

test('labels know their translations', () => {
    assert.deepEqual(shop.labels[0]?.translations, { de: 'Hallo' });
});

test('a custom metadata record says null where its value is nil', () => {
    const france = shop.customMetadataRecords.find(({ developerName }) => developerName === 'France');
    assert.equal(france?.objectName, 'Country_Rule__mdt');
    assert.deepEqual(france.values.at(-1), { field: 'Fallback__c', value: null });
});

test('a class has the API version of its own metadata file', () => {
    const [service] = shop.classes;
    assert.equal(service?.name, 'ShopService');
    assert.equal(service.apiVersion, '64.0');
    assert.match(service.body, /class ShopService/);
});

test('a static resource in a folder arrives as a zip archive, the same bytes every time', () => {
    const bundle = shop.staticResources.find(({ name }) => name === 'Bundle');
    const files = unzipSync(bundle?.body() ?? new Uint8Array());
    assert.deepEqual(Object.keys(files), ['css/style.css']);
    assert.match(strFromU8(files['css/style.css'] as Uint8Array), /color: red/);
    assert.deepEqual(bundle?.body(), bundle?.body());
});

test('a permission set keeps what it grants', () => {
    const [permissionSet] = shop.permissionSets;
    assert.deepEqual(permissionSet?.customPermissions, ['Manage_Shop']);
    assert.equal(permissionSet?.objectPermissions[0]?.allowCreate, true);
    assert.equal(permissionSet?.objectPermissions[0]?.allowDelete, false);
});

test('components without effect are listed with a reason, not dropped', () => {
    assert.deepEqual(
        shop.ledger.skipped.map(({ type, name }) => `${type} ${name}`),
        ['Flow Remind', 'Layout Invoice__c-Invoice Layout', 'CompactLayout Short'],
    );
    assert.match(shop.ledger.skipped[0]?.reason ?? '', /not run/);
    assert.equal(shop.ledger.deployed['CustomObject'], 9);
});
