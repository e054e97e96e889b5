import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JobSummary, SyncStatus } from '../src/index.ts';
import { compileSchemas } from './schemas.ts';

const validate = compileSchemas().get('sync-status')!;

const OFF: SyncStatus = {
    asyncQueued: {},
    scheduledRunner: {},
    scheduledWatcher: {},
    lastExecution: {},
    sync: {
        desired: 'OFF',
        running: 'Idle',
        health: 'OFF',
        reason: { code: 'NEVER_STARTED', message: 'The sync was never turned on.', remedy: 'Turn it on.' },
        generation: 0,
    },
    queue: { pending: 0, retrying: 0, dead: 0, oldestAgeSeconds: 0 },
};

const LAST: JobSummary = {
    id: 'a00000000000001AAA',
    name: 'SWJ-0000001',
    cycleId: 'cycle-1',
    status: 'Completed',
    startedBy: 'Watcher',
    fullSync: true,
    startedAt: '2026-03-01T10:00:00.000Z',
    endedAt: '2026-03-01T10:00:20.000Z',
    durationSeconds: 20,
    recordsExamined: 10,
    recordsChanged: 3,
    recordsFailed: 0,
    stepsCompleted: 9,
    stepsPartiallyCompleted: 0,
    stepsFailed: 0,
    stepsSkipped: 6,
    apexJobs: 11,
};

test('a sync that never ran has its four documented keys empty', () => {
    assert.equal(validate(OFF), true, JSON.stringify(validate.errors));
});

test('a healthy sync needs no reason', () => {
    const healthy: SyncStatus = {
        ...OFF,
        lastExecution: LAST,
        scheduledWatcher: {
            id: '08e000000000001AAA',
            name: 'SalesWings Studio : Watcher',
            state: 'WAITING',
            nextFireTime: '2026-03-01T11:00:00.000Z',
        },
        sync: { desired: 'ON', running: 'Waiting', health: 'HEALTHY', generation: 1 },
    };
    assert.equal(validate(healthy), true, JSON.stringify(validate.errors));
});

test('a sync that is not healthy must say why', () => {
    const { reason: _, ...unexplained } = OFF.sync;
    assert.equal(validate({ ...OFF, sync: unexplained }), false);
});

test('a job is there as a whole or not at all', () => {
    assert.equal(validate({ ...OFF, scheduledRunner: { id: '08e000000000001AAA' } }), false);
});

test('a field that the contract does not name is refused', () => {
    assert.equal(validate({ ...OFF, surprise: true }), false);
});

test('null stands nowhere: fields without a value are left out', () => {
    assert.equal(validate({ ...OFF, sync: { ...OFF.sync, cycleId: null } }), false);
});
