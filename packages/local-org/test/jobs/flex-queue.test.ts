import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg, type JobOrgOptions } from '../support/job-org.ts';

const NAMED = `public class Named implements Database.Batchable<Integer> {
    private String name;
    public Named(String name) { this.name = name; }
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>(); }
    public void execute(Database.BatchableContext context, List<Integer> scope) { }
    public void finish(Database.BatchableContext context) { Journal.write(name); }
    public static void start(Integer first, Integer last) {
        for (Integer i = first; i <= last; i++) { Database.executeBatch(new Named('batch ' + i)); }
    }
    public static Id holding(Integer position) {
        return [SELECT AsyncApexJobId FROM FlexQueueItem WHERE JobPosition = :position].AsyncApexJobId;
    }
}`;

function flexOrg(scripts: JobOrgOptions['scripts']): JobOrg {
    return new JobOrg({ classes: [NAMED], scripts: { eight: 'Named.start(1, 8);', ...scripts } });
}

function statuses(org: JobOrg): unknown[] {
    return org.rows('SELECT Status FROM AsyncApexJob ORDER BY Id').map(({ Status }) => Status);
}

test('five batches are active, the others hold, in order of arrival', () => {
    const org = flexOrg({});
    org.run('eight');
    assert.deepEqual(statuses(org), [...Array<string>(5).fill('Queued'), ...Array<string>(3).fill('Holding')]);
    assert.deepEqual(
        org
            .rows('SELECT JobPosition, JobType FROM FlexQueueItem ORDER BY JobPosition')
            .map((row) => row['JobPosition']),
        [0, 1, 2],
    );
    org.jobs.runDue();
    assert.deepEqual(
        org.entries(),
        [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `batch ${number}`),
    );
    assert.equal(org.count('SELECT Id FROM FlexQueueItem'), 0);
});

for (const [move, statement, order] of [
    ['moveJobToFront', 'System.FlexQueue.moveJobToFront(Named.holding(2))', [8, 6, 7]],
    ['moveJobToEnd', 'System.FlexQueue.moveJobToEnd(Named.holding(0))', [7, 8, 6]],
    ['moveBeforeJob', 'System.FlexQueue.moveBeforeJob(Named.holding(2), Named.holding(1))', [6, 8, 7]],
    ['moveAfterJob', 'System.FlexQueue.moveAfterJob(Named.holding(0), Named.holding(1))', [7, 6, 8]],
] as const) {
    test(`${move} changes the order of those that hold`, () => {
        const org = flexOrg({ move: `System.assert(${statement});` });
        org.run('eight');
        org.run('move');
        org.jobs.runDue();
        assert.deepEqual(
            org.entries().slice(5),
            order.map((number) => `batch ${number}`),
        );
    });
}

test('a move that changes nothing answers false', () => {
    const org = flexOrg({
        move: `System.assert(!System.FlexQueue.moveJobToFront(Named.holding(0)));
            System.assert(!System.FlexQueue.moveJobToEnd([SELECT Id FROM AsyncApexJob WHERE Status = 'Queued' LIMIT 1].Id));`,
    });
    org.run('eight');
    org.run('move');
});

test('a hundred jobs hold; the next one is refused', () => {
    const org = flexOrg({
        fill: `for (Integer i = 0; i < 3; i++) { Named.start(1, 35); }`,
        one: `Named.start(1, 1);`,
    });
    org.run('eight');
    org.jobs.runDue();
    const caught: unknown[] = [];
    for (const script of ['fill', 'one', 'one']) {
        try {
            org.run(script);
        } catch (error) {
            caught.push((error as { message: string }).message);
        }
    }
    assert.equal(caught.length, 1);
    assert.match(String(caught[0]), /^You've exceeded the limit of 100 jobs in the flex queue for org 00D/);
});

test('a job that is aborted while it holds leaves its place to the next', () => {
    const org = flexOrg({ abort: 'System.abortJob(Named.holding(0));' });
    org.run('eight');
    org.run('abort');
    assert.deepEqual(org.rows('SELECT JobPosition FROM FlexQueueItem ORDER BY JobPosition').length, 2);
    org.jobs.runDue();
    assert.deepEqual(org.entries().slice(5), ['batch 7', 'batch 8']);
});
