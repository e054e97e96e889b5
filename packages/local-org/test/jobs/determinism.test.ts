import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { World } from '../../src/scheduler/world.ts';
import { dumpOf } from '../support/dump.ts';
import { MINUTE } from '../support/job-org.ts';
import { simulated } from '../support/simulation.ts';

/** The long form: `DETERMINISM_RUNS=100 DETERMINISM_JOBS=2000`. */
const RUNS = Number(process.env['DETERMINISM_RUNS'] ?? 3);
const JOBS = Number(process.env['DETERMINISM_JOBS'] ?? 200);

/** Every kind of job over rows that they share, with failures, delays and chains. */
const MIXED = [
    `public class Mixed implements Queueable, Finalizer, Schedulable {
        private Integer place;
        public Mixed(Integer place) { this.place = place; }
        public void execute(QueueableContext context) {
            System.attachFinalizer(this);
            bump('row ' + Math.mod(place, 5));
            if (Math.mod(place, 7) == 0) { throw new MathException('seven'); }
            if (Math.mod(place, 11) == 0) { System.enqueueJob(new Mixed(place + 1), 1); }
        }
        public void execute(FinalizerContext context) {
            if (context.getResult() == ParentJobResult.UNHANDLED_EXCEPTION) { Journal.write('failed ' + place + ' ' + Math.random()); }
        }
        public void execute(SchedulableContext context) { Database.executeBatch(new MixedBatch(), 2); }
        @future
        public static void later(Integer place) { bump('row ' + Math.mod(place, 5)); }
        public static void bump(String key) {
            Entry__c row = [SELECT Id, Count__c FROM Entry__c WHERE Key__c = :key FOR UPDATE];
            row.Count__c += 1;
            update row;
        }
        public static void start(Integer first) {
            for (Integer place = first; place < first + 40; place++) {
                if (Math.mod(place, 3) == 0) { Mixed.later(place); } else { System.enqueueJob(new Mixed(place)); }
            }
        }
    }`,
    `public class MixedBatch implements Database.Batchable<SObject> {
        public Database.QueryLocator start(Database.BatchableContext context) {
            return Database.getQueryLocator([SELECT Id FROM Entry__c WHERE Key__c != null ORDER BY Key__c]);
        }
        public void execute(Database.BatchableContext context, List<Entry__c> scope) {
            for (Entry__c each : scope) { each.Detail__c = 'swept ' + System.now().getTime(); }
            update scope;
        }
        public void finish(Database.BatchableContext context) { Journal.write('swept'); }
    }`,
];

function fingerprint({ org, interleaver }: World): string {
    return createHash('sha256').update(interleaver.trace.join('\n')).update(dumpOf(org)).digest('hex');
}

test(`the same seed gives the same transactions and the same data over ${RUNS} runs of ${JOBS} jobs`, () => {
    const { org, world } = simulated({
        classes: MIXED,
        scripts: {
            setup: `for (Integer i = 0; i < 5; i++) { insert new Entry__c(Name = 'row', Key__c = 'row ' + i, Count__c = 0); }`,
            start: `Mixed.start(40 * ([SELECT COUNT() FROM AsyncApexJob] / 40));`,
            schedule: `System.schedule('mixed', '0 1 * * * ?', new Mixed(0));`,
        },
        jobs: { workers: 4 },
    });
    const run = (seed: number): string => {
        world.begin(seed);
        world.spawn('schedule', 'Scripts', 'schedule');
        for (let started = 0; started < JOBS; started += 40) world.spawn(`start ${started}`, 'Scripts', 'start');
        world.interleaver.run(world.clock.now() + 90 * MINUTE);
        return fingerprint(world);
    };
    const first = run(1);
    for (let repetition = 1; repetition < RUNS; repetition++) assert.equal(run(1), first);
    assert.ok(org.count('SELECT Id FROM AsyncApexJob') > JOBS);
    assert.ok(org.entries().includes('swept'));
    assert.notEqual(run(2), first);
});
