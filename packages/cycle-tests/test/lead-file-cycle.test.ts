import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    CycleOrg,
    cyclesOf,
    HOUR,
    insertRecordsOf,
    lastCycle,
    leadRows,
    MINUTE,
    type ReportedCycle,
} from '@sw-studio/cycle-tests';
import { dataOfLeadRows } from '@sw-studio/vendor-api';

const GAP_MINUTES = 7;
const JOBS_KEPT = 5;

const rows = leadRows();
const data = dataOfLeadRows(rows);
const contacts = rows.filter(({ isConverted }) => isConverted).length;
const leads = rows.length - contacts;

const org = new CycleOrg({ data });
org.setOptions({ Sync_Gap_mins__c: GAP_MINUTES, Apex_Jobs_Number_Threshold__c: JOBS_KEPT });
insertRecordsOf(org, rows);

/** The three counts of each working step, by its name. */
function counts({
    steps,
}: ReportedCycle): Record<string, readonly [examined: number, changed: number, failed: number]> {
    const working = [...steps.values()].filter(({ name }) => name !== 'Finalizer' && name !== 'Enqueuer');
    return Object.fromEntries(
        working.map(({ name, examined, changed, failed }) => [name, [examined, changed, failed]] as const),
    );
}

function count(of: string): number {
    return org.rows(`SELECT COUNT() FROM ${of}`)[0]?.['count'] as number;
}

const NOTHING = [0, 0, 0] as const;

test('turning the sync on and a minute make a complete cycle of every row of the file', () => {
    assert.equal(org.post('/Sync/v1/StartSync').status, 200);
    assert.deepEqual(cyclesOf(org), []);
    org.advance(MINUTE);
    const [cycle, ...others] = cyclesOf(org);
    assert.ok(cycle);
    assert.deepEqual([cycle.status, cycle.fullSync, others.length], ['Completed', true, 0]);
    assert.deepEqual(counts(cycle), {
        GetTags: [data.tags.length, data.tags.length, 0],
        GetScores: [data.scores.length, data.scores.length, 0],
        GetProspects: [rows.length, rows.length, 0],
        MatchProspectsToLeads: [rows.length, leads, 0],
        MatchProspectsToContacts: [rows.length, contacts, 0],
        CleanLeads: NOTHING,
        CleanContacts: NOTHING,
        CleanOtherRecords: NOTHING,
        CleanProspects: NOTHING,
        DrainEventQueue: NOTHING,
    });
});

test('the steps that ran wrote what the file says, row by row', () => {
    const tags = data.prospects.reduce((sum, prospect) => sum + (prospect.tags?.length ?? 0), 0);
    const scores = data.prospects.reduce((sum, prospect) => sum + (prospect.scores?.length ?? 0), 0);
    assert.equal(count('SW_Tag__c'), data.tags.length);
    assert.equal(count('Prospect__c'), rows.length);
    assert.equal(count('SW_Prospect_Tag__c'), tags);
    assert.equal(count('Prospect_Score__c'), scores);
    assert.equal(count('SW_Tag_Segment_Trigger__c'), tags);
    assert.equal(count('Prospect_Score_Instance__c'), scores);
    assert.equal(lastCycle(org).steps.get('GetProspects')?.rows, rows.length + tags + scores);
    const matched = org.rows('SELECT Email, SW_Prospect_Id__c, SW_Lead_Score__c FROM Lead');
    const scoreOf = new Map(data.prospects.map(({ id, leadScore }) => [id, leadScore ?? null]));
    assert.equal(matched.length, leads);
    for (const lead of matched) {
        const id = lead['SW_Prospect_Id__c'] as string;
        assert.equal(lead['Email'], `${id}@example.com`);
        assert.equal(lead['SW_Lead_Score__c'], scoreOf.get(id));
    }
});

test('what is off is listed as skipped, with the reason', () => {
    const skipped = Object.fromEntries(lastCycle(org).skipped.map(({ name, reason }) => [name, reason]));
    const off = [
        'GetProspectPages',
        'AggregateTags',
        'AggregateScores',
        'AggregateTemperature',
        'CreateOpportunityTags',
        'CreateOpportunityScores',
    ];
    for (const name of off) assert.notEqual(skipped[name] ?? '', '', name);
});

test('SalesWings is told what the cycle did', () => {
    const cycle = lastCycle(org);
    const metrics = org.backend.inbox.metrics.get(cycle.cycleId);
    const step = metrics?.steps.find(({ name }) => name === 'GetProspects');
    assert.deepEqual([step?.examined, step?.changed, step?.failed], [rows.length, rows.length, 0]);
});

test('the second cycle begins after the gap and examines only what has changed', () => {
    const [first, second, third] = data.prospects.filter((_, index) => rows[index]?.isConverted === false);
    assert.ok(first && second && third);
    org.backend.account.change({ id: first.id, leadScore: 99 });
    org.backend.account.change({ id: second.id, favorite: true });
    org.advance(GAP_MINUTES * MINUTE - 1);
    assert.equal(cyclesOf(org).length, 1);
    org.advance(1);
    const cycle = lastCycle(org);
    assert.deepEqual([cyclesOf(org).length, cycle.status, cycle.fullSync], [2, 'Completed', false]);
    const { GetProspects, MatchProspectsToLeads, MatchProspectsToContacts, CleanLeads, CleanProspects } = counts(cycle);
    assert.deepEqual(GetProspects, [2, 2, 0]);
    assert.deepEqual(MatchProspectsToLeads, [2, 2, 0]);
    assert.deepEqual(MatchProspectsToContacts, [2, 0, 0]);
    assert.deepEqual([CleanLeads, CleanProspects], [NOTHING, NOTHING]);
    const score = org.row(`SELECT SW_Lead_Score__c FROM Lead WHERE SW_Prospect_Id__c = '${first.id}'`);
    assert.equal(score['SW_Lead_Score__c'], 99);
});

test('after three hours there were as many cycles as the gap allows', () => {
    org.advance(3 * HOUR - (1 + GAP_MINUTES) * MINUTE);
    const cycles = org.backend.inbox.metrics.size;
    assert.equal(cycles, Math.floor((3 * 60 - 1) / GAP_MINUTES) + 1);
});

test('the Watcher keeps as many records as the threshold says', () => {
    const fire = nextWatcher();
    org.advance(fire - org.clock.now() - 1);
    assert.ok(cyclesOf(org).length > JOBS_KEPT);
    org.advance(1);
    assert.equal(endedBefore(fire), JOBS_KEPT);
});

test('the Watcher never removes the record of the running cycle', () => {
    const fire = nextWatcher();
    org.advance(fire - org.clock.now() - GAP_MINUTES * MINUTE);
    org.setOptions({ Apex_Jobs_Number_Threshold__c: 1 });
    // SalesWings asks for patience, so that the cycle before the Watcher is still running when it fires.
    org.backend.faults.set([{ fault: { kind: 'status', status: 429, retryAfterSeconds: 600 }, times: 1 }]);
    org.advance(GAP_MINUTES * MINUTE - 1);
    const running = lastCycle(org);
    assert.equal(running.status, 'Processing');
    org.advance(1);
    assert.deepEqual(
        cyclesOf(org).map(({ id }) => id),
        [running.id],
    );
    org.setOptions({ Apex_Jobs_Number_Threshold__c: JOBS_KEPT });
    org.advance(HOUR);
    assert.equal(endedBefore(fire + HOUR), JOBS_KEPT);
});

function nextWatcher(): number {
    const watcher = org.row("SELECT NextFireTime FROM CronTrigger WHERE CronJobDetail.Name LIKE '%Watcher%'");
    return Date.parse(watcher['NextFireTime'] as string);
}

function endedBefore(time: number): number {
    return cyclesOf(org).filter(({ endedAt }) => endedAt !== null && Date.parse(endedAt) < time).length;
}
