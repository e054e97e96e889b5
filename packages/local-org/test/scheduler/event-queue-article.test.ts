import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFailure, simulate, type SimulationResult } from '../../src/scheduler/simulate.ts';
import type { World } from '../../src/scheduler/world.ts';
import { SEEDS, simulated } from '../support/simulation.ts';

/** The article's way: look whether a job of ours is there, count the rows that wait, start where there is none. */
const CHECK_THEN_START = `public class Queue {
    public static void add(String name) {
        insert new Entry__c(Name = name, Count__c = 0);
        startIfIdle();
    }
    public static void startIfIdle() {
        Integer running = [
            SELECT COUNT() FROM AsyncApexJob
            WHERE ApexClass.Name = 'Worker' AND JobType = 'BatchApex' AND Status IN ('Holding', 'Queued', 'Preparing', 'Processing')
        ];
        if (running == 0 && waiting() > 0) {
            Database.executeBatch(new Worker());
        }
    }
    public static Integer waiting() {
        return [SELECT COUNT() FROM Entry__c WHERE Count__c = 0];
    }
    public static void ended() {
        if (waiting() > 0) {
            Database.executeBatch(new Worker());
        }
    }
}`;

/** The same over a lease: whoever adds and whoever ends decide under one lock. */
const LEASED = `public class Queue {
    public static void add(String name) {
        insert new Entry__c(Name = name, Count__c = 0);
        startIfIdle();
    }
    public static void startIfIdle() {
        Entry__c lease = [SELECT Id, Detail__c FROM Entry__c WHERE Key__c = 'LEASE' FOR UPDATE];
        if (lease.Detail__c == 'idle') {
            update new Entry__c(Id = lease.Id, Detail__c = 'busy');
            Database.executeBatch(new Worker());
        }
    }
    public static void ended() {
        Entry__c lease = [SELECT Id, Detail__c FROM Entry__c WHERE Key__c = 'LEASE' FOR UPDATE];
        if ([SELECT COUNT() FROM Entry__c WHERE Count__c = 0] > 0) {
            Database.executeBatch(new Worker());
        } else {
            update new Entry__c(Id = lease.Id, Detail__c = 'idle');
        }
    }
}`;

const WORKER = `public class Worker implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) {
        return Database.getQueryLocator('SELECT Id, Count__c FROM Entry__c WHERE Count__c = 0');
    }
    public void execute(Database.BatchableContext context, List<Entry__c> scope) {
        for (Entry__c entry : scope) {
            entry.Count__c += 1;
        }
        update scope;
    }
    public void finish(Database.BatchableContext context) {
        Queue.ended();
    }
}`;

function run(queue: string): SimulationResult {
    const { org, world } = simulated({
        classes: [queue, WORKER],
        scripts: {
            setup: `insert new Entry__c(Name = 'lease', Key__c = 'LEASE', Detail__c = 'idle');`,
            add: `Queue.add('row');`,
            addInLongTransaction: `Integer queries = 0;
                while (queries++ < 6) { List<Account> before = [SELECT Id FROM Account]; }
                Queue.add('row');
                while (queries-- > 0) { List<Account> after = [SELECT Id FROM Account]; }`,
        },
    });
    return simulate(world, {
        seeds: SEEDS,
        keepGoing: true,
        scenario: {
            start(begun) {
                begun.spawn('producer', 'Scripts', 'add');
                begun.spawn('slow producer', 'Scripts', 'addInLongTransaction');
            },
            invariants: {
                'one worker at a time': (ended) => parallelWorkers(ended) || 'two workers ran beside each other',
                'no row is left behind'() {
                    const left = org.rows('SELECT Name FROM Entry__c WHERE Count__c = 0').length;
                    return left === 0 || `${left} left`;
                },
            },
        },
    });
}

/** Whether each worker had finished before the next one's start began. */
function parallelWorkers({ interleaver }: World): boolean {
    const open = new Set<string>();
    for (const step of interleaver.trace) {
        const [, phase, jobId, detail] = /^batch (\w+) (707\w+): (.*)$/.exec(step) ?? [];
        if (jobId === undefined) continue;
        open.add(jobId);
        if (open.size > 1) return false;
        if (phase === 'finish' && detail === 'end') open.delete(jobId);
    }
    return true;
}

test("the article's own algorithm starts twice, and leaves rows behind", () => {
    const { failures } = run(CHECK_THEN_START);
    const broken = new Set(failures.map(({ invariant }) => invariant));
    assert.ok(broken.has('one worker at a time'), 'a double start was found');
    assert.ok(broken.has('no row is left behind'), 'a lost wake-up was found');
    const [first] = failures;
    assert.ok(first);
    assert.match(describeFailure(first), /^Seed \d+ breaks "[\w ]+": .+\n {4}(slow )?producer/);
});

test('the same queue over a lease does neither', () => {
    const { failures, interleavings } = run(LEASED);
    assert.deepEqual(failures.map(describeFailure), []);
    assert.ok(interleavings > SEEDS / 2);
});

test('check-then-enqueue enqueues twice', () => {
    const { org, world } = simulated({
        scripts: {
            check: `if ([SELECT COUNT() FROM AsyncApexJob WHERE ApexClass.Name = 'Quiet'] == 0) { System.enqueueJob(new Quiet()); }`,
        },
    });
    const { failures, runs } = simulate(world, {
        seeds: SEEDS,
        keepGoing: true,
        scenario: {
            start(begun) {
                begun.spawn('first', 'Scripts', 'check');
                begun.spawn('second', 'Scripts', 'check');
            },
            invariants: {
                'one job': () => org.count('SELECT Id FROM AsyncApexJob') === 1 || 'two jobs',
            },
        },
    });
    assert.ok(failures.length > 0 && failures.length < runs, `${failures.length} of ${runs}`);
});
