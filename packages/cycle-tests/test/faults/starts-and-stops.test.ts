import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, MINUTE } from '@sw-studio/cycle-tests';
import {
    ALWAYS,
    chainStateOf,
    FaultExplorer,
    type FaultRun,
    staysOff,
    theNextCycleRunsByItself,
} from '@sw-studio/cycle-tests/faults';

const running = new FaultExplorer();
const START = '/Sync/v1/StartSync';
const STOP = '/Sync/v1/StopSync';
const FORCED = '/Sync/v1/RestartSync?force=true';

function statuses({ answers }: FaultRun): string {
    return [...answers.values()]
        .map(({ status }) => status)
        .sort()
        .join(' ');
}

/** Off until the verbs of the test turn it on. */
function offAtFirst(): FaultExplorer {
    return new FaultExplorer({}, () => {});
}

test('two starts at once: one begins the chain, the other is told that it runs', () => {
    const { failures, interleavings } = offAtFirst().explore({
        disturb(run) {
            run.request('first', 'POST', START);
            run.request('second', 'POST', START, run.org.users.otherAdmin);
        },
        promises: {
            'one 200 and one 412': (run) => statuses(run) === '200 412' || statuses(run),
            ...ALWAYS,
            'the next cycle runs by itself': theNextCycleRunsByItself,
        },
    });
    assert.deepEqual(failures, []);
    assert.ok(interleavings > 1);
});

test('a restart while any link runs: the old chain commits nothing more, the new one runs', () => {
    const { failures } = running.explore({
        disturb(run) {
            run.changeAllProspects();
            run.atSomeMoment('restart', function* () {
                yield* run.requesting('restart', 'POST', FORCED);
                if (statuses(run) === '200') yield* run.nothingCommits();
            });
        },
        duration: 2 * HOUR,
        promises: {
            'it is answered': (run) => ['200', '503'].includes(statuses(run)) || statuses(run),
            'the old chain commits nothing after the answer': nothingCameLate,
            ...ALWAYS,
            'the next cycle runs by itself': theNextCycleRunsByItself,
        },
    });
    assert.deepEqual(failures, []);
});

test('two forced restarts at once, of two administrators: one chain is left', () => {
    const { failures } = running.explore({
        disturb(run) {
            run.changeAllProspects();
            run.atSomeMoment('one', () => run.requesting('one', 'POST', FORCED));
            run.atSomeMoment('other', () => run.requesting('other', 'POST', FORCED, run.org.users.otherAdmin));
            run.request('third', 'POST', FORCED, run.org.users.otherAdmin);
        },
        duration: HOUR,
        promises: { ...ALWAYS, 'the next cycle runs by itself': theNextCycleRunsByItself },
    });
    assert.deepEqual(failures, []);
});

test('off in every state means off: nothing of ours is left at once, and nothing begins again', () => {
    let left: readonly unknown[] = [];
    const { failures } = running.explore({
        disturb(run) {
            left = [];
            run.changeAllProspects();
            run.atSomeMoment('stop', function* () {
                yield* run.requesting('stop', 'POST', STOP);
                left = waiting(run);
                yield* run.nothingCommits();
            });
        },
        duration: 3 * HOUR,
        promises: {
            'it is answered': (run) => statuses(run) === '200' || statuses(run),
            'nothing was left when it was answered': () => left.length === 0 || JSON.stringify(left),
            'what ran on commits nothing': nothingCameLate,
            ...ALWAYS,
            'it stays off': staysOff,
        },
    });
    assert.deepEqual(failures, []);
});

function nothingCameLate({ lateCommits }: FaultRun): true | string {
    return lateCommits.length === 0 || lateCommits.join('; ');
}

/** Jobs of ours that have not begun; a link that runs at this moment may run on, and commits nothing. */
function waiting({ org }: FaultRun): readonly unknown[] {
    const { links, watchers, runners } = chainStateOf(org);
    return [...links.filter((link) => link['Status'] !== 'Processing'), ...watchers, ...runners];
}

test('off while it is still starting', () => {
    const { failures } = offAtFirst().explore({
        disturb(run) {
            run.request('start', 'POST', START);
            run.request('stop', 'POST', STOP);
        },
        duration: MINUTE,
        promises: {
            'off, or on with one chain': (run) =>
                run.status().sync.desired === 'OFF' ? staysOff(run) : theNextCycleRunsByItself(run),
            ...ALWAYS,
        },
    });
    assert.deepEqual(failures, []);
});

test('on, off and run now all at once, in the middle of a cycle', () => {
    const { failures } = running.explore({
        disturb(run) {
            run.changeAllProspects();
            for (const [name, target] of [
                ['stop', STOP],
                ['start', START],
                ['now', '/Sync/v1/RunNow'],
                ['full', '/Sync/v1/FullSync'],
                ['restart', FORCED],
            ] as const)
                run.atSomeMoment(name, () => run.requesting(name, 'POST', target));
        },
        duration: HOUR,
        promises: {
            ...ALWAYS,
            'off, or on with one chain': (run) =>
                run.status().sync.desired === 'OFF' ? staysOff(run) : theNextCycleRunsByItself(run),
        },
    });
    assert.deepEqual(failures, []);
});

/** As the platform does it when maintenance ends a job that had just committed: the same link once more. */
const TWIN = `public class Twin {
    public static void ofTheRunningLink() {
        SW_Sync_State__c lease = new LeaseStore().read(LeaseStore.SYNC);
        if (lease.Current_Step__c == null) {
            return;
        }
        ChainPosition position = new ChainPosition();
        position.generation = lease.Generation__c.longValue();
        position.cycleId = lease.Cycle_Id__c;
        position.cycleBeganAt = Datetime.now();
        position.step = lease.Current_Step__c;
        System.enqueueJob(StepCatalog.get(position.step).newJob(position));
    }
}`;

test('a link that the platform runs twice: the second one finds its successor, and stops', () => {
    const { failures } = new FaultExplorer({ classes: [TWIN] }).explore({
        disturb(run) {
            run.changeAllProspects();
            const { otherAdmin } = run.org.users;
            run.atSomeMoment('twin', () => run.calling('Twin', 'ofTheRunningLink', otherAdmin));
        },
        duration: 2 * HOUR,
        promises: {
            'every step ran once': ALWAYS['every step ran once'],
            'every stop has a reason': ALWAYS['every stop has a reason'],
            'the next cycle runs by itself': theNextCycleRunsByItself,
        },
    });
    assert.deepEqual(failures, []);
});
