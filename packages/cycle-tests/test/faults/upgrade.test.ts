import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CycleOrg, cyclesOf, HOUR, lastCycle, MINUTE, smallData, smallRecords } from '@sw-studio/cycle-tests';

/** What a later version may do to a class whose instances wait in the queue: it gets another field. */
function withOneFieldMore(name: string, body: string): string {
    if (name !== 'ChainPosition' && name !== 'SWJob' && name !== 'LinkFinalizer') return body;
    return body.replace(/(class \w+[^{]*\{)/, '$1\n    public String sinceTheNextVersion;');
}

function turnedOn(retryAfterSeconds: number | null): CycleOrg {
    const org = new CycleOrg({ data: smallData() });
    smallRecords(org);
    if (retryAfterSeconds !== null)
        org.backend.faults.set([
            {
                fault: { kind: 'status', status: 429, retryAfterSeconds },
                operations: ['listChangedProspects'],
                times: 1,
            },
        ]);
    org.post('/Sync/v1/StartSync');
    org.advance(MINUTE);
    return org;
}

for (const [what, retryAfterSeconds] of [
    ['between two cycles', null],
    ['while a link waits in the queue', 300],
    ['while the chain waits in the schedule', 1200],
] as const) {
    test(`an upgrade ${what}: the chain goes on with the new classes`, () => {
        const org = turnedOn(retryAfterSeconds);
        const before = lastCycle(org);
        assert.equal(before.status, retryAfterSeconds === null ? 'Completed' : 'Processing');
        const schedules = org.rows('SELECT Id, CronJobDetail.Name FROM CronTrigger ORDER BY Id');

        org.upgrade(withOneFieldMore);

        assert.deepEqual(org.rows('SELECT Id, CronJobDetail.Name FROM CronTrigger ORDER BY Id'), schedules);
        org.advance(30 * MINUTE);
        const same = cyclesOf(org).find(({ id }) => id === before.id);
        assert.equal(same?.status, 'Completed');
        assert.equal(same.stopReason, null);
        org.advance(HOUR);
        assert.equal(lastCycle(org).status, 'Completed');
        assert.ok(cyclesOf(org).length > 1);
    });
}

test('an upgrade of an org in which the sync is off starts nothing', () => {
    const org = turnedOn(null);
    org.post('/Sync/v1/StopSync');
    org.upgrade(withOneFieldMore);
    org.advance(3 * HOUR);
    assert.equal(cyclesOf(org).length, 1);
    assert.deepEqual(org.rows("SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'SalesWings%'"), []);
});
