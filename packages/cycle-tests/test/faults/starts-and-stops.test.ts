import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, MINUTE } from '@sw-studio/cycle-tests';
import {
    ALWAYS,
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
            run.atSomeMoment('restart', () => run.requesting('restart', 'POST', FORCED));
        },
        duration: HOUR,
        promises: {
            'it is answered': (run) => ['200', '503', ''].includes(statuses(run)) || statuses(run),
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

test('off in every state means off: nothing of ours is left, and nothing begins again', () => {
    const { failures } = running.explore({
        disturb(run) {
            run.changeAllProspects();
            run.atSomeMoment('stop', () => run.requesting('stop', 'POST', STOP));
        },
        duration: 3 * HOUR,
        promises: {
            'it is answered': (run) => statuses(run) === '200' || statuses(run),
            ...ALWAYS,
            'it stays off': staysOff,
        },
    });
    assert.deepEqual(failures, []);
});

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
