import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, lastCycle, MINUTE } from '@sw-studio/cycle-tests';
import {
    ALWAYS,
    chainStateOf,
    FaultExplorer,
    oneChainOrNone,
    theNextCycleRunsByItself,
} from '@sw-studio/cycle-tests/faults';

const PROMISES = { ...ALWAYS, 'the next cycle runs by itself': theNextCycleRunsByItself };
const explorer = new FaultExplorer();

/** The customer's own scheduled job, of which there may be many. */
const NIGHTLY = `public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) {
    }
}`;

const IDLE = `public class Idle implements Queueable {
    public void execute(QueueableContext context) {
    }
}`;

/** Apex that takes every slot that is still free. */
const FILL_SLOTS = `
    Integer taken = 0;
    while (true) {
        try {
            System.schedule('Nightly ' + taken++, '0 0 3 1 1 ? 2099', new Nightly());
        } catch (AsyncException full) {
            break;
        }
    }`;

const FREE_SLOTS = `
    for (CronTrigger nightly : [SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Nightly%']) {
        System.abortJob(nightly.Id);
    }`;

function deleteSchedule(role: string): string {
    return `for (CronTrigger scheduled : [
        SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'SalesWings Studio : ${role}%'
    ]) {
        System.abortJob(scheduled.Id);
    }`;
}

for (const role of ['Runner', 'Watcher'] as const) {
    test(`somebody deletes the ${role} by hand, at any moment`, () => {
        const { failures } = explorer.explore({
            disturb(run) {
                run.changeAllProspects();
                run.atSomeMoment('delete', () => run.apex(deleteSchedule(role)));
            },
            duration: 2 * HOUR,
            promises: PROMISES,
        });
        assert.deepEqual(failures, []);
    });
}

test('somebody deletes both between two cycles: every read says so, and a restart needs no force', () => {
    const { failures } = explorer.explore({
        disturb: (run) => run.world.spawnComputation('delete', run.apex(deleteSchedule(''))),
        duration: 2 * HOUR,
        promises: {
            'the status says that it is dead': (run) => {
                const { health, reason } = run.status().sync;
                return (
                    (health === 'DEAD' && reason?.remedy === 'Restart the sync.') || JSON.stringify({ health, reason })
                );
            },
            'a restart without force is answered 200': (run) => {
                run.request('restart', 'POST', '/Sync/v1/RestartSync');
                run.letPass(MINUTE);
                return run.answers.get('restart')?.status === 200 || JSON.stringify(run.answers.get('restart'));
            },
            'one chain': oneChainOrNone,
            'the next cycle runs by itself': theNextCycleRunsByItself,
        },
    });
    assert.deepEqual(failures, []);
});

test('all 100 scheduled slots are taken: the Watcher goes on alone, and the Runner comes back', () => {
    const full = new FaultExplorer({ classes: [NIGHTLY] });
    const { failures } = full.explore({
        disturb(run) {
            run.changeAllProspects();
            run.atSomeMoment('fill', () => run.apex(FILL_SLOTS));
        },
        duration: 3 * HOUR,
        promises: {
            ...ALWAYS,
            'cycles go on meanwhile': (run) => {
                const { endedAt } = lastCycle(run.org);
                const age = run.world.clock.now() - Date.parse(endedAt ?? '');
                return age <= 2 * HOUR || `the last cycle ended at ${endedAt}`;
            },
            'the next cycle runs by itself': (run) => {
                run.world.spawnComputation('free', run.apex(FREE_SLOTS));
                return theNextCycleRunsByItself(run);
            },
            'the Runner is there again': ({ org }) => chainStateOf(org).runners.length === 1 || 'no Runner',
        },
    });
    assert.deepEqual(failures, []);
});

test('no slot is free when the sync is turned on: it is off, with the reason, and said', () => {
    const full = new FaultExplorer({ classes: [NIGHTLY] }, () => {});
    const { failures } = full.explore(
        {
            disturb: (run) => run.world.spawnComputation('fill', run.apex(FILL_SLOTS)),
            promises: {
                'the start is refused': (run) => {
                    run.request('start', 'POST', '/Sync/v1/StartSync');
                    run.letPass(MINUTE);
                    return run.answers.get('start')?.status === 503 || JSON.stringify(run.answers.get('start'));
                },
                'the status says why': (run) =>
                    run.status().sync.reason?.code === 'SCHEDULE_REFUSED' || JSON.stringify(run.status().sync),
                ...ALWAYS,
            },
        },
        3,
    );
    assert.deepEqual(failures, []);
});

test('the daily allocation of executions is used up: it is said, little is spent on it, and the cycle goes on', () => {
    const daily = 1000;
    const frugal = new FaultExplorer({ classes: [IDLE], jobs: { dailyExecutions: daily } });
    const { failures } = frugal.explore(
        {
            disturb(run) {
                run.changeAllProspects();
                run.atSomeMoment('use up', () => run.useUpExecutions('new Idle()', daily));
            },
            duration: 4 * HOUR,
            promises: {
                ...ALWAYS,
                'the status says why': (run) =>
                    run.status().sync.reason?.code === 'ENQUEUE_REFUSED' || JSON.stringify(run.status().sync),
                'while it waits it uses few executions': (run) => {
                    const before = run.world.runtime.jobs.executions();
                    run.letPass(10 * HOUR);
                    const used = run.world.runtime.jobs.executions() - before;
                    return used <= 25 || `${used} in ten hours`;
                },
                'it goes on within the hour in which there is room again': (run) => {
                    run.changeAllProspects();
                    run.letPass(16 * HOUR);
                    const { endedAt, status } = lastCycle(run.org);
                    const began = run.world.clock.now() - 2 * HOUR;
                    return (
                        (endedAt !== null && Date.parse(endedAt) > began) || `the last is ${status}, ended ${endedAt}`
                    );
                },
                'nothing is wrong any more': (run) =>
                    run.status().sync.health === 'HEALTHY' || JSON.stringify(run.status().sync),
                'one chain': oneChainOrNone,
            },
        },
        10,
    );
    assert.deepEqual(failures, []);
});

test('an org that stops chains at five jobs and has five slots: the cycle is whole all the same', () => {
    const developer = new FaultExplorer({ org: { edition: 'Developer Edition' } });
    const { failures } = developer.explore(
        {
            disturb: (run) => run.changeAllProspects(),
            duration: 2 * HOUR,
            promises: PROMISES,
        },
        20,
    );
    assert.deepEqual(failures, []);
});

test('the clock jumps in the middle of a cycle, by minutes or by days', () => {
    const { failures } = explorer.explore({
        disturb(run) {
            run.changeAllProspects();
            run.atSomeMoment('jump', function* () {
                run.world.clock.advance(2 ** run.upTo(22) * 1000);
                yield { kind: 'database', detail: 'the clock has jumped' };
            });
        },
        duration: 2 * HOUR,
        promises: PROMISES,
    });
    assert.deepEqual(failures, []);
});

for (const [change, start] of [
    ['the hour that summer time leaves out', '2026-03-08T09:05:00Z'],
    ['the hour that winter time has twice', '2026-11-01T08:05:00Z'],
    ['the second time of that hour', '2026-11-01T09:05:00Z'],
] as const) {
    test(`a Runner that is due in ${change}`, () => {
        const western = new FaultExplorer({ start: Date.parse(start), timeZone: 'America/Los_Angeles' });
        const { failures } = western.explore(
            {
                disturb: (run) => run.changeAllProspects(),
                duration: 3 * HOUR,
                promises: PROMISES,
            },
            20,
        );
        assert.deepEqual(failures, []);
    });
}
