import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop } from '../support/shop.ts';
import { TriggerProbe } from '../support/trigger-probe.ts';

test('children of the losers get the winner, the losers are deleted with a reference to it', () => {
    const triggers = new TriggerProbe()
        .on('Account', 'BEFORE_DELETE')
        .on('Account', 'AFTER_DELETE')
        .on('Account', 'AFTER_UPDATE');
    const transaction = new Shop().open({ triggers });
    const [winner, loser] = transaction.insert('Account', { Name: 'Winner' }, { Name: 'Loser' });
    const contact = transaction.insertOne('Contact', { LastName: 'Curie', AccountId: loser });
    const record = transaction.record('Account', { Region__c: 'South' }, winner);
    const [outcome] = transaction.run('merge', [record], { mergeIds: [[loser as string]] });
    assert.deepEqual(
        {
            success: outcome?.success,
            id: outcome?.id,
            mergedIds: outcome?.mergedIds,
            updatedRelatedIds: outcome?.updatedRelatedIds,
        },
        { success: true, id: winner, mergedIds: [loser], updatedRelatedIds: [contact] },
    );
    assert.equal(transaction.value('Contact', contact, 'AccountId'), winner);
    assert.deepEqual(
        transaction.rows(`SELECT Name, IsDeleted, MasterRecordId, Region__c FROM Account ORDER BY Name ALL ROWS`),
        [
            { Name: 'Loser', IsDeleted: true, MasterRecordId: winner, Region__c: null },
            { Name: 'Winner', IsDeleted: false, MasterRecordId: null, Region__c: 'South' },
        ],
    );
    assert.deepEqual(triggers.fired, ['BEFORE_DELETE Account 1', 'AFTER_DELETE Account 1', 'AFTER_UPDATE Account 1']);
});

test('only some objects merge, up to three records, never one with itself', () => {
    const transaction = new Shop().open();
    const [a, b] = transaction.insert('Invoice__c', {}, {});
    const merge = (object: string, id: string, losers: readonly string[]) =>
        transaction.run('merge', [transaction.record(object, {}, id)], { mergeIds: [losers] })[0]?.errors[0]?.message;
    assert.equal(merge('Invoice__c', a as string, [b as string]), 'Records of type Invoice__c cannot be merged');
    const [w] = transaction.insert('Account', { Name: 'W' });
    assert.equal(merge('Account', w as string, [w as string]), 'Record cannot be merged with itself');
    assert.equal(merge('Account', w as string, ['x', 'y', 'z']), 'The number of records to merge must be 1 or 2');
});
