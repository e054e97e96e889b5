import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { drive, type LeadConversion } from '@sw-studio/apex/runtime';
import { day, Shop, type ShopTransaction } from '../support/shop.ts';
import { TriggerProbe } from '../support/trigger-probe.ts';

let transaction: ShopTransaction;
let leadId: string;
const triggers = new TriggerProbe().on('Lead', 'AFTER_UPDATE').on('Contact', 'AFTER_INSERT');

beforeEach(() => {
    triggers.fired.length = 0;
    transaction = new Shop().open({ triggers });
    leadId = transaction.insertOne('Lead', {
        LastName: 'Curie',
        FirstName: 'Marie',
        Company: 'Radium',
        Email: 'm@radium.fr',
        City: 'Paris',
    });
});

function convert(more: Partial<LeadConversion> = {}) {
    const conversion: LeadConversion = {
        leadId,
        convertedStatus: 'Closed - Converted',
        accountId: null,
        contactId: null,
        opportunityName: null,
        doNotCreateOpportunity: false,
        overwriteLeadSource: false,
        ownerId: null,
        ...more,
    };
    return drive(transaction.open.database.convertLeads([conversion], true, 'system'))[0];
}

test('account, contact and opportunity are made from the lead, which is marked as converted', () => {
    const outcome = convert();
    assert.equal(outcome?.success, true);
    assert.deepEqual(transaction.rows('SELECT Name, BillingCity FROM Account'), [
        { Name: 'Radium', BillingCity: 'Paris' },
    ]);
    assert.deepEqual(transaction.rows('SELECT Name, Email, AccountId FROM Contact'), [
        { Name: 'Marie Curie', Email: 'm@radium.fr', AccountId: outcome.accountId },
    ]);
    assert.deepEqual(transaction.rows('SELECT Name, StageName, CloseDate FROM Opportunity'), [
        { Name: 'Radium', StageName: 'Prospecting', CloseDate: day('2026-03-31') },
    ]);
    assert.deepEqual(
        transaction.rows(
            'SELECT IsConverted, Status, ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId, ConvertedDate FROM Lead',
        ),
        [
            {
                IsConverted: true,
                Status: 'Closed - Converted',
                ConvertedAccountId: outcome.accountId,
                ConvertedContactId: outcome.contactId,
                ConvertedOpportunityId: outcome.opportunityId,
                ConvertedDate: day('2026-03-15'),
            },
        ],
    );
    assert.deepEqual(triggers.fired, ['AFTER_INSERT Contact 1', 'AFTER_UPDATE Lead 1']);
});

test('existing records are used, and keep what they have', () => {
    const accountId = transaction.insertOne('Account', { Name: 'Old', BillingCity: 'Lyon' });
    const outcome = convert({ accountId, doNotCreateOpportunity: true });
    assert.deepEqual([outcome?.accountId, outcome?.opportunityId], [accountId, null]);
    assert.deepEqual(transaction.rows('SELECT Name, BillingCity FROM Account'), [{ Name: 'Old', BillingCity: 'Lyon' }]);
});

test('a status that does not convert, and a lead that is converted already', () => {
    assert.match(
        convert({ convertedStatus: 'Open - Not Contacted' })?.errors[0]?.message ?? '',
        /^invalid convertedStatus/,
    );
    assert.equal(transaction.count('Account'), 0);
    convert();
    assert.equal(convert()?.errors[0]?.statusCode, 'CANNOT_UPDATE_CONVERTED_LEAD');
});
