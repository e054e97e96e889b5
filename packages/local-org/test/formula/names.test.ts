import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormulaBench } from '../support/formulas.ts';
import { Shop } from '../support/shop.ts';

const shop = new Shop();
const { adminId, organizationId } = shop.org.ids;
const [account, parent] = shop.commit((setup) => {
    const accountId = setup.insertOne('Account', { Name: 'Acme', Region__c: 'North' });
    setup.insertOne('Shop_Options__c', { SetupOwnerId: organizationId, Limit__c: 5, Greeting__c: 'Hello' });
    setup.insertOne('Shop_Options__c', { SetupOwnerId: adminId, Limit__c: 9 });
    return [accountId, setup.insertOne('Invoice__c', { Account__c: accountId, Key__c: 'P' })];
});
const bench = new FormulaBench('Invoice__c', shop);

test('relationships lead up to the fields of parents', () => {
    const values = { Account__c: account, Parent__c: parent, OwnerId: adminId };
    assert.equal(bench.evaluate('Account__r.Name', values), 'Acme');
    assert.equal(bench.evaluate('Parent__r.Account__r.Region__c', values), 'North');
    assert.equal(bench.evaluate('Account__r.Owner.Username', values), 'admin@local.example.com');
    assert.equal(bench.evaluate('Owner:User.LastName', values), 'User');
    assert.equal(bench.evaluate('Account__r.Name', {}), null, 'no parent, no value');
    assert.equal(bench.evaluate('Invoice__c.Key__c', { Key__c: 'K' }), 'K', 'its own object may be named');
});

test('globals name the user, the organization, settings, permissions, labels and record types', () => {
    const recordType = shop.org.schema.require('Invoice__c').recordTypes[1]?.id as string;
    const cases: readonly (readonly [string, unknown])[] = [
        ['$User.Id', adminId],
        ['$Profile.Name', 'System Administrator'],
        ['$Organization.Name', 'Local Org'],
        ['$Setup.Shop_Options__c.Limit__c', 9],
        ['$Setup.Shop_Options__c.Greeting__c', 'Hello'],
        ['$Permission.Manage_Shop', true],
        ['$Permission.Other', false],
        ['$Label.Hello', 'Hello & welcome'],
        ['$RecordType.DeveloperName', 'Export'],
        ['$CustomMetadata.Country_Rule__mdt.Germany.Tax__c', 19],
    ];
    for (const [formula, expected] of cases) {
        assert.deepEqual(bench.evaluate(formula, { RecordTypeId: recordType }), expected, formula);
    }
});

test('what the platform would not save is refused with its sentence', () => {
    const refusals: readonly (readonly [string, string])[] = [
        ['Foo__c = 1', 'Field Foo__c does not exist. Check spelling.'],
        ['Account__r.Foo__c = 1', 'Field Account__r.Foo__c does not exist. Check spelling.'],
        ['FOO(1)', 'Unknown function FOO. Check spelling.'],
        ['LEFT("a")', "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1"],
        ['LEN(1)', "Incorrect parameter type for function 'LEN()'. Expected Text, received Number"],
        ['1 + "a"', "Incorrect parameter type for operator '+'. Expected Number, received Text"],
        [
            'Status__c = "Draft"',
            'Field Status__c is a picklist field. Picklist fields are only supported in certain functions.',
        ],
        ['IF(1 = 1, "a", 1) = "a"', "Incorrect parameter type for function 'IF()'. Expected Text, received Number"],
        ['(1 + 2', "Syntax error. Missing ')'. Found '<EOF>'"],
        ['1 +', "Syntax error. Found '<EOF>'"],
        ['"open', 'Syntax error. Missing closing quotation mark'],
        [
            'ISCHANGED(Account__r.Name)',
            "Incorrect argument type for function 'ISCHANGED()': a field of the record is needed",
        ],
    ];
    for (const [formula, sentence] of refusals) assert.equal(bench.refusal(formula), sentence, formula);
});

test('a function that this org does not have is refused by its name', () => {
    assert.equal(bench.refusal('VLOOKUP(Key__c, Key__c, "a")'), 'The function VLOOKUP() is not supported');
    assert.equal(bench.refusal('$Api.Session_ID'), 'The global $Api is not supported: $Api.Session_ID');
});
