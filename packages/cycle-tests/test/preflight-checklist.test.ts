import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { SyncStatus } from '@sw-studio/contract';
import { ConnectedOrg, cyclesOf, lastCycle, MINUTE } from '@sw-studio/cycle-tests';
import { generateData } from '@sw-studio/vendor-api';

// The vendor's checklist for a new installation, point by point, in an org that reaches the backend over HTTP.
// What is sent from Salesforce is checked with the Event Queue.

const data = generateData({ prospects: 5, seed: 1, tags: 3, scores: 3, tagsEach: 2, scoresEach: 2, pagesEach: 2 });
const connected = await ConnectedOrg.start(data);
const { org, server } = connected;
const { account } = server.backend;
const GAP_MINUTES = 15;

after(() => connected.close());

async function nextCycle(): Promise<void> {
    const before = cyclesOf(org).length;
    await connected.advance(GAP_MINUTES * MINUTE);
    assert.equal(cyclesOf(org).length, before + 1);
    assert.equal(lastCycle(org).status, 'Completed', JSON.stringify([...lastCycle(org).steps.values()]));
}

test('connection: before a token is stored nothing is connected', async () => {
    const reply = (await connected.page('ConnectionController', 'check')) as { hasToken: boolean; problem: string };
    assert.deepEqual([reply.hasToken, reply.problem], [false, 'No token has been stored yet.']);
});

test('connection: a wrong token is stored, and found to be refused', async () => {
    await connected.page('ConnectionController', 'storeToken', { token: 'wrong' });
    const reply = (await connected.page('ConnectionController', 'check')) as { isAccepted: boolean; problem: string };
    assert.equal(reply.isAccepted, false);
    assert.match(reply.problem, /refused the token/);
});

test('connection: the token of the cockpit is accepted, and tells the account', async () => {
    await connected.page('ConnectionController', 'storeToken', { token: server.backend.token });
    const reply = (await connected.page('ConnectionController', 'check')) as { isAccepted: boolean; account: string };
    assert.deepEqual([reply.isAccepted, reply.account], [true, data.account]);
});

test('connection: turned on it is on, Scheduled Jobs lists the Watcher, and a cycle follows in a minute', async () => {
    org.setOptions({ Sync_Gap_mins__c: GAP_MINUTES, Disable_Page_Visit_Sync__c: false });
    const { status, body } = await connected.post('/Sync/v1/StartSync');
    assert.equal(status, 200);
    assert.equal((body as SyncStatus).scheduledWatcher.name, 'SalesWings Studio : Watcher');
    await connected.advance(MINUTE);
    assert.deepEqual([cyclesOf(org).length, lastCycle(org).status], [1, 'Completed']);
});

test('synchronization: the next cycle is queued after the gap, and the record of the last has every step', async () => {
    const { body } = await connected.get('/Sync/v1/GetSyncStatus');
    const { scheduledRunner, lastExecution } = body as SyncStatus;
    const due = Date.parse(scheduledRunner.nextFireTime ?? '');
    assert.equal(due, org.clock.now() + GAP_MINUTES * MINUTE);
    const cycle = lastCycle(org);
    assert.equal(lastExecution.cycleId, cycle.cycleId);
    const names = [...cycle.steps.keys(), ...cycle.skipped.map(({ name }) => name)];
    for (const name of ['GetTags', 'GetProspectPages', 'CleanOtherRecords', 'AggregateScores', 'Finalizer', 'Enqueuer'])
        assert.ok(names.includes(name), name);
});

test('linking: a new lead with the address of a prospect has its values, tags, scores and visits after the next cycle', async () => {
    const [Id = ''] = org.insert('Lead', [{ LastName: 'New', Company: 'C', Email: 'PROSPECT-1@example.com' }]);
    await nextCycle();
    const prospect = account.prospects.get('prospect-1');
    const lead = org.row(`SELECT SW_Prospect_Id__c, SW_Lead_Score__c, SW_Favorite__c FROM Lead WHERE Id = '${Id}'`);
    assert.deepEqual(
        [lead['SW_Prospect_Id__c'], lead['SW_Lead_Score__c'], lead['SW_Favorite__c']],
        ['prospect-1', prospect?.leadScore, prospect?.favorite],
    );
    for (const [object, count] of [
        ['SW_Tag_Segment_Trigger__c', 2],
        ['Prospect_Score_Instance__c', 2],
        ['Website_Visit__c', 2],
    ] as const)
        assert.equal(org.rows(`SELECT Id FROM ${object} WHERE Lead__c = '${Id}'`).length, count, object);
});

test('linking: a new contact as well', async () => {
    const [AccountId = null] = org.insert('Account', [{ Name: 'Company' }]);
    const [Id = ''] = org.insert('Contact', [{ LastName: 'New', AccountId, Email: 'prospect-2@example.com' }]);
    await nextCycle();
    const contact = org.row(`SELECT SW_Prospect_Id__c FROM Contact WHERE Id = '${Id}'`);
    assert.equal(contact['SW_Prospect_Id__c'], 'prospect-2');
});

test('update from SalesWings: what is unset in the cockpit lands on the record with the next cycle', async () => {
    for (const favorite of [true, false]) {
        account.change({ id: 'prospect-1', favorite });
        await nextCycle();
        assert.equal(org.row("SELECT SW_Favorite__c FROM Lead WHERE LastName = 'New'")['SW_Favorite__c'], favorite);
    }
});

test('update from SalesWings: a tag that was taken away is taken from the record', async () => {
    const [kept] = account.prospects.get('prospect-1')?.tags ?? [];
    assert.ok(kept);
    account.change({ id: 'prospect-1', tags: [kept] });
    await nextCycle();
    const tags = org.rows("SELECT Tag__r.External_Id__c FROM SW_Tag_Segment_Trigger__c WHERE Lead__r.LastName = 'New'");
    assert.deepEqual(
        tags.map((tag) => tag['Tag__r.External_Id__c']),
        [kept.id],
    );
});

test('conversion: the contact keeps what the lead had, and is kept up to date from then on', async () => {
    org.apex(`Database.LeadConvert conversion = new Database.LeadConvert();
        conversion.setLeadId([SELECT Id FROM Lead WHERE LastName = 'New'].Id);
        conversion.setConvertedStatus([SELECT MasterLabel FROM LeadStatus WHERE IsConverted = TRUE LIMIT 1].MasterLabel);
        conversion.setDoNotCreateOpportunity(true);
        Database.convertLead(conversion);`);
    const contact = "SELECT SW_Prospect_Id__c, SW_Lead_Score__c FROM Contact WHERE Email = 'PROSPECT-1@example.com'";
    assert.equal(org.row(contact)['SW_Prospect_Id__c'], 'prospect-1');
    for (const [object, count] of [
        ['SW_Tag_Segment_Trigger__c', 1],
        ['Prospect_Score_Instance__c', 2],
        ['Website_Visit__c', 2],
    ] as const)
        assert.equal(
            org.rows(`SELECT Id FROM ${object} WHERE Contact__r.Email = 'PROSPECT-1@example.com'`).length,
            count,
            object,
        );
    account.change({ id: 'prospect-1', leadScore: 77 });
    await nextCycle();
    assert.equal(org.row(contact)['SW_Lead_Score__c'], 77);
});

test('over the wire: a cut connection and a throttled call are tried again, and the cycle is complete', async () => {
    server.backend.faults.set([
        { fault: { kind: 'cut' }, operations: ['listTags'], times: 1 },
        {
            fault: { kind: 'status', status: 429, retryAfterSeconds: 60 },
            operations: ['listChangedProspects'],
            times: 1,
        },
    ]);
    await connected.advance((GAP_MINUTES + 5) * MINUTE);
    assert.equal(lastCycle(org).status, 'Completed');
    assert.equal(lastCycle(org).steps.get('GetTags')?.retries, 1);
    assert.equal(lastCycle(org).steps.get('GetProspects')?.retries, 1);
});
