import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SyncStatus } from '@sw-studio/contract';
import {
    contractProblem,
    CycleOrg,
    cyclesOf,
    HOUR,
    lastCycle,
    MINUTE,
    type RestAnswer,
    smallData,
    smallRecords,
} from '@sw-studio/cycle-tests';

const START = '/Sync/v1/StartSync';
const STOP = '/Sync/v1/StopSync';
const RESTART = '/Sync/v1/RestartSync';
const FORCED = `${RESTART}?force=true`;

function newOrg(): CycleOrg {
    const org = new CycleOrg({ data: smallData() });
    smallRecords(org);
    return org;
}

function turnedOn(): CycleOrg {
    const org = newOrg();
    org.post(START);
    org.advance(MINUTE);
    return org;
}

function assertStatus({ status, body }: RestAnswer): SyncStatus {
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(contractProblem('sync-status', body), null);
    return body as SyncStatus;
}

function assertRefused({ status, body }: RestAnswer, expected: number, code: string): void {
    assert.equal(status, expected, JSON.stringify(body));
    assert.equal(contractProblem('error', body), null);
    assert.equal((body as readonly { readonly errorCode: string }[])[0]?.errorCode, code);
}

test('RestartSync is refused with 412 while the sync is on and alive, in a cycle and between two', () => {
    const org = newOrg();
    org.post(START);
    assertRefused(org.post(RESTART), 412, 'SYNC_ALREADY_RUNNING');
    org.backend.faults.set([{ fault: { kind: 'status', status: 429, retryAfterSeconds: 300 }, times: 1 }]);
    org.advance(MINUTE);
    assertRefused(org.post(RESTART), 412, 'SYNC_ALREADY_RUNNING');
    assertRefused(org.post(`${RESTART}?force=false`), 412, 'SYNC_ALREADY_RUNNING');
    org.advance(10 * MINUTE);
    assert.equal(lastCycle(org).status, 'Completed');
    assertRefused(org.post(RESTART), 412, 'SYNC_ALREADY_RUNNING');
    assertRefused(org.post(START), 412, 'SYNC_ALREADY_RUNNING');
});

test('RestartSync with force is answered 200 with the status, and a cycle follows in a minute', () => {
    const org = turnedOn();
    const before = assertStatus(org.get('/Sync/v1/GetSyncStatus')).sync.generation;
    const { sync } = assertStatus(org.post(FORCED));
    assert.deepEqual([sync.desired, sync.running, sync.generation > before], ['ON', 'Waiting', true]);
    org.advance(MINUTE);
    assert.deepEqual([cyclesOf(org).length, lastCycle(org).status], [2, 'Completed']);
});

test('RestartSync needs no force where the sync is off', () => {
    const org = turnedOn();
    assertStatus(org.post(STOP));
    assert.equal(assertStatus(org.post(RESTART)).sync.desired, 'ON');
});

test('RestartSync needs no force where the sync was never on', () => {
    assert.equal(assertStatus(newOrg().post(RESTART)).sync.desired, 'ON');
});

test('RestartSync needs no force where the sync is dead', () => {
    const org = turnedOn();
    org.apex('for (CronTrigger scheduled : [SELECT Id FROM CronTrigger]) { System.abortJob(scheduled.Id); }');
    org.advance(2 * HOUR);
    assert.equal(assertStatus(org.get('/Sync/v1/GetSyncStatus')).sync.health, 'DEAD');
    assert.equal(assertStatus(org.post(RESTART)).sync.health, 'HEALTHY');
    org.advance(MINUTE);
    assert.equal(lastCycle(org).status, 'Completed');
});

test('StopSync is idempotent, and answers the status', () => {
    const org = turnedOn();
    for (let time = 0; time < 2; time++) assert.equal(assertStatus(org.post(STOP)).sync.desired, 'OFF');
    org.advance(3 * HOUR);
    assert.equal(cyclesOf(org).length, 1);
});

test('RunNow brings the next cycle forward, and is refused while one runs or the sync is off', () => {
    const org = turnedOn();
    assertStatus(org.post('/Sync/v1/RunNow'));
    org.advance(0);
    assert.deepEqual([cyclesOf(org).length, lastCycle(org).status], [2, 'Completed']);
    org.backend.faults.set([{ fault: { kind: 'status', status: 429, retryAfterSeconds: 300 }, times: 1 }]);
    assertStatus(org.post('/Sync/v1/RunNow'));
    org.advance(0);
    assertRefused(org.post('/Sync/v1/RunNow'), 412, 'SYNC_ALREADY_RUNNING');
    org.post(STOP);
    assertRefused(org.post('/Sync/v1/RunNow'), 409, 'SYNC_OFF');
});

test('FullSync makes the next cycle full, and that one alone', () => {
    const org = turnedOn();
    assertStatus(org.post('/Sync/v1/FullSync'));
    org.advance(2 * HOUR);
    assert.deepEqual(
        cyclesOf(org).map(({ fullSync }) => fullSync),
        [true, true, false],
    );
    assert.equal(cyclesOf(org)[1]?.steps.get('GetProspects')?.examined, 6);
    org.post(STOP);
    assertRefused(org.post('/Sync/v1/FullSync'), 409, 'SYNC_OFF');
});

test('Jobs, Job and Health keep the contract, with jobs and without', () => {
    for (const org of [newOrg(), turnedOn()]) {
        for (const [path, schema] of [
            ['/Sync/v1/Jobs', 'jobs'],
            ['/Sync/v1/Jobs?limit=1&status=Completed', 'jobs'],
            ['/Sync/v1/Health', 'health'],
        ] as const) {
            const { status, body } = org.get(path, org.users.viewer);
            assert.equal(status, 200);
            assert.equal(contractProblem(schema, body), null, path);
        }
        for (const { id } of cyclesOf(org)) {
            const { status, body } = org.get(`/Sync/v1/Job?id=${id}`, org.users.viewer);
            assert.equal(status, 200);
            assert.equal(contractProblem('job', body), null);
        }
        assertRefused(org.get('/Sync/v1/Job?id=none'), 404, 'JOB_NOT_FOUND');
        assertRefused(org.get('/Sync/v1/Jobs?limit=many'), 400, 'INVALID_PARAMETER');
    }
});

const VIEWS = ['/Sync/v1/GetSyncStatus', '/Sync/v1/Health', '/Sync/v1/Jobs', '/Sync/v1/Job?id=x'];
const VERBS = [START, STOP, RESTART, '/Sync/v1/RunNow', '/Sync/v1/FullSync', '/Sync/v1/HealthFix?fix=x'];

test('who may look may not change anything, and a stranger may not even look', () => {
    const org = turnedOn();
    const { viewer, stranger } = org.users;
    for (const path of VERBS) assert.equal(org.post(path, viewer).status, 403, path);
    for (const path of VERBS) assert.equal(org.post(path, stranger).status, 403, path);
    for (const path of VIEWS) assert.equal(org.get(path, stranger).status, 403, path);
    for (const path of VIEWS.slice(0, 3)) assert.equal(org.get(path, viewer).status, 200, path);
    assert.equal(assertStatus(org.get('/Sync/v1/GetSyncStatus')).sync.health, 'HEALTHY');
});

test('a wrong verb is answered by the platform', () => {
    const org = newOrg();
    for (const path of VERBS) assert.equal(org.get(path).status, 405, path);
    for (const path of VIEWS) assert.equal(org.post(path).status, 405, path);
});
