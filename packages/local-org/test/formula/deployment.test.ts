import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MetadataError } from '../../src/metadata/metadata-error.ts';
import type { MetadataPackage } from '../../src/metadata/model.ts';
import { Shop, shopPackage } from '../support/shop.ts';

/** The shop with another formula in its rule about fees. */
function shopWithRule(formula: string): MetadataPackage {
    const source = shopPackage();
    return {
        ...source,
        objects: source.objects.map((object) => ({
            ...object,
            validationRules: object.validationRules.map((rule) =>
                rule.name === 'Fee_Not_Negative' ? { ...rule, formula } : rule,
            ),
        })),
    };
}

test('a formula that cannot be evaluated is refused when it is deployed', () => {
    assert.throws(
        () => new Shop({}, [shopWithRule('VLOOKUP(1, 2, 3) = 1')]),
        (error: unknown) =>
            error instanceof MetadataError &&
            error.message === 'Invoice__c.Fee_Not_Negative: The function VLOOKUP() is not supported',
    );
    assert.throws(
        () => new Shop({}, [shopWithRule('Fee__c')]),
        /Formula result is data type \(number\), incompatible with expected data type/,
    );
});

test('with invalid formulas skipped, the rule is listed and not enforced', () => {
    const shop = new Shop({ skipInvalidFormulas: true }, [shopWithRule('Nowhere__c < 0')]);
    const listed = shop.org.skippedComponents.find(({ type }) => type === 'ValidationRule');
    assert.equal(listed?.reason, 'Field Nowhere__c does not exist. Check spelling.');
    assert.equal(shop.open().refusal('insert', 'Invoice__c', { Fee__c: -1 }), 'accepted');
});

test('formula fields are computed when they are read, in queries and in filters', () => {
    const transaction = new Shop().open();
    const account = transaction.insertOne('Account', { Name: 'Acme', Region__c: 'north' });
    transaction.insert('Invoice__c', { Account__c: account, Status__c: 'Sent', Key__c: 'with' }, { Key__c: 'without' });
    assert.deepEqual(
        transaction.rows("SELECT Key__c, Region_Label__c FROM Invoice__c WHERE Region_Label__c LIKE 'NORTH%'"),
        [{ Key__c: 'with', Region_Label__c: 'NORTH/Sent' }],
    );
    transaction.update('Account', account, { Region__c: null });
    assert.equal(transaction.count("Invoice__c WHERE Region_Label__c = 'none'"), 2);
});

test('rules refuse rows with their own sentence, on the field they name', () => {
    const transaction = new Shop().open();
    assert.equal(
        transaction.refusal('insert', 'Invoice__c', { Fee__c: -1 }),
        'FIELD_CUSTOM_VALIDATION_EXCEPTION, The fee must not be negative.: []',
    );
    const id = transaction.insertOne('Invoice__c', { Status__c: 'Paid' });
    assert.equal(
        transaction.refusal('update', 'Invoice__c', { Status__c: 'Draft' }, id),
        'FIELD_CUSTOM_VALIDATION_EXCEPTION, A paid invoice keeps its status.: [Status__c]',
    );
    assert.equal(transaction.refusal('update', 'Invoice__c', { Fee__c: 1 }, id), 'accepted');
});
