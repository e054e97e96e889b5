import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SyncStatus } from '@sw-studio/contract';
import { contractProblem, CycleOrg, HOUR, MINUTE, smallData, smallRecords } from '@sw-studio/cycle-tests';

interface State {
    /** Brings a new org there. */
    reach(org: CycleOrg): void;
    /** What the status says then, besides keeping the contract. */
    readonly says: Partial<Record<'health' | 'running' | 'desired' | 'reason', string>>;
    /** Objects that must not be empty; all others must. */
    readonly shows: readonly (keyof SyncStatus)[];
}

const STATUS = '/Sync/v1/GetSyncStatus';
const START = '/Sync/v1/StartSync';
/** Longer than any chain waits by itself. */
const PATIENCE = { kind: 'status', status: 429, retryAfterSeconds: 300 } as const;

function on(org: CycleOrg): void {
    assert.equal(org.post(START).status, 200);
    org.advance(MINUTE);
}

function abortSchedules(org: CycleOrg, role: string): void {
    org.apex(`for (CronTrigger scheduled : [
        SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'SalesWings Studio : ${role}%'
    ]) { System.abortJob(scheduled.Id); }`);
}

function leaseId(org: CycleOrg): string {
    return org.row("SELECT Id FROM SW_Sync_State__c WHERE Key__c = 'SYNC'")['Id'] as string;
}

const STATES: Readonly<Record<string, State>> = {
    'never on': { reach: () => {}, says: { health: 'OFF', desired: 'OFF', reason: 'NEVER_STARTED' }, shows: [] },
    'on, before the first cycle': {
        reach: (org) => org.post(START),
        says: { health: 'HEALTHY', running: 'Waiting' },
        shows: ['scheduledWatcher'],
    },
    'a link waits in the queue': {
        reach(org) {
            org.backend.faults.set([{ fault: PATIENCE, times: 1 }]);
            on(org);
        },
        says: { health: 'HEALTHY', running: 'Running' },
        shows: ['asyncQueued', 'scheduledWatcher', 'lastExecution'],
    },
    'the chain waits in the schedule': {
        reach(org) {
            org.backend.faults.set([{ fault: { ...PATIENCE, retryAfterSeconds: 1200 }, times: 1 }]);
            on(org);
        },
        says: { health: 'HEALTHY', running: 'Running' },
        shows: ['scheduledRunner', 'scheduledWatcher', 'lastExecution'],
    },
    'between two cycles': {
        reach: on,
        says: { health: 'HEALTHY', running: 'Waiting' },
        shows: ['scheduledRunner', 'scheduledWatcher', 'lastExecution'],
    },
    'after a cycle in which the vendor refused everything': {
        reach(org) {
            org.backend.token = 'withdrawn';
            org.backend.faults.set([{ fault: { kind: 'status', status: 401 } }]);
            on(org);
        },
        says: { health: 'HEALTHY', running: 'Waiting' },
        shows: ['scheduledRunner', 'scheduledWatcher', 'lastExecution'],
    },
    'without its Watcher': {
        reach(org) {
            on(org);
            abortSchedules(org, 'Watcher');
        },
        says: { health: 'AT_RISK', reason: 'WATCHER_MISSING' },
        shows: ['scheduledRunner', 'lastExecution'],
    },
    'without anything that would go on': {
        reach(org) {
            on(org);
            abortSchedules(org, '');
            org.advance(2 * HOUR);
        },
        says: { health: 'DEAD', reason: 'CHAIN_LOST' },
        shows: ['lastExecution'],
    },
    'the sync user is inactive': {
        reach(org) {
            on(org);
            org.update('User', [{ Id: org.users.admin, IsActive: false }], org.users.otherAdmin);
        },
        says: { health: 'DEAD', reason: 'SYNC_USER_INACTIVE' },
        shows: ['scheduledRunner', 'scheduledWatcher', 'lastExecution'],
    },
    'paused: the sync user has lost the permission set': {
        reach(org) {
            on(org);
            org.apex(
                `delete [SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${org.users.admin}'
                    AND PermissionSet.Name = 'SalesWings_User'];`,
            );
            org.advance(HOUR);
        },
        says: { health: 'PAUSED', running: 'Paused', reason: 'SYNC_USER_NOT_ELIGIBLE' },
        shows: ['scheduledWatcher', 'lastExecution'],
    },
    'copied into another org': {
        reach(org) {
            on(org);
            org.update('SW_Sync_State__c', [{ Id: leaseId(org), Org_Id__c: '00D000000000009AAA' }]);
        },
        says: { health: 'PAUSED', reason: 'ORG_COPIED' },
        shows: ['scheduledRunner', 'scheduledWatcher', 'lastExecution'],
    },
    'turned off between two cycles': {
        reach(org) {
            on(org);
            org.post('/Sync/v1/StopSync');
        },
        says: { health: 'OFF', desired: 'OFF', running: 'Idle', reason: 'SWITCHED_OFF' },
        shows: ['lastExecution'],
    },
    'turned off in the middle of a cycle': {
        reach(org) {
            org.backend.faults.set([{ fault: PATIENCE, times: 1 }]);
            on(org);
            org.post('/Sync/v1/StopSync');
        },
        says: { health: 'OFF', desired: 'OFF', running: 'Idle', reason: 'SWITCHED_OFF' },
        shows: ['lastExecution'],
    },
    'restarted in the middle of a cycle': {
        reach(org) {
            org.backend.faults.set([{ fault: PATIENCE, times: 1 }]);
            on(org);
            org.post('/Sync/v1/RestartSync?force=true');
        },
        says: { health: 'HEALTHY', running: 'Waiting' },
        shows: ['scheduledWatcher', 'lastExecution'],
    },
};

const OBJECTS = ['asyncQueued', 'scheduledRunner', 'scheduledWatcher', 'lastExecution'] as const;

for (const namespace of [undefined, '']) {
    for (const [name, { reach, says, shows }] of Object.entries(STATES)) {
        test(`${name}${namespace === '' ? ', without a namespace' : ''}`, () => {
            const org = new CycleOrg({ data: smallData(), ...(namespace === '' && { namespace }) });
            smallRecords(org);
            reach(org);
            for (const reader of [org.users.viewer, org.users.otherAdmin]) {
                const { status, body } = org.get(STATUS, reader);
                assert.equal(status, 200, JSON.stringify(body));
                assert.equal(contractProblem('sync-status', body), null);
                const { sync, ...objects } = body as SyncStatus;
                const said = { ...sync, reason: sync.reason?.code };
                for (const [field, value] of Object.entries(says))
                    assert.equal(said[field as keyof typeof said], value);
                const shown = OBJECTS.filter((object) => Object.keys(objects[object]).length > 0);
                assert.deepEqual(shown, shows);
            }
        });
    }
}
