import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CycleOrg, cyclesOf, HOUR, lastCycle, MINUTE } from '@sw-studio/cycle-tests';
import {
    ALWAYS,
    chainStateOf,
    FaultExplorer,
    oneChainOrNone,
    theNextCycleRunsByItself,
} from '@sw-studio/cycle-tests/faults';

const explorer = new FaultExplorer();
const ANOTHER_ORG = '00D000000000009AAA';

test('the sync user is deactivated: it is said, and the restart of another administrator makes him the sync user', () => {
    const { failures } = explorer.explore({
        disturb(run) {
            run.changeAllProspects();
            run.atSomeMoment('deactivate', () =>
                run.apex(`update new User(Id = '${run.org.users.admin}', IsActive = false);`),
            );
        },
        duration: 3 * HOUR,
        promises: {
            ...ALWAYS,
            'the status says it': (run) => {
                const { reason } = run.status().sync;
                return reason?.code === 'SYNC_USER_INACTIVE' || JSON.stringify(reason);
            },
            'another administrator restarts it': (run) => {
                run.request('restart', 'POST', '/Sync/v1/RestartSync?force=true', run.org.users.otherAdmin);
                run.letPass(MINUTE);
                return run.answers.get('restart')?.status === 200 || JSON.stringify(run.answers.get('restart'));
            },
            'he is the sync user': ({ org }) =>
                chainStateOf(org).lease?.['Sync_User__c'] === org.users.otherAdmin || 'somebody else',
            'cycles go on': (run) => {
                run.letPass(3 * HOUR);
                const { health } = run.status().sync;
                return (health === 'HEALTHY' && lastCycle(run.org).status === 'Completed') || health;
            },
            'one chain': oneChainOrNone,
        },
    });
    assert.deepEqual(failures, []);
});

test('the sync user loses the permission set: paused, and said, and it goes on when he has it again', () => {
    const { failures } = explorer.explore({
        disturb(run) {
            run.changeAllProspects();
            run.atSomeMoment('revoke', () => run.apex(revoke(run.org)));
        },
        duration: 4 * HOUR,
        promises: {
            ...ALWAYS,
            'the status says it': (run) => {
                const { health, reason } = run.status().sync;
                return (
                    (health === 'PAUSED' && reason?.code === 'SYNC_USER_NOT_ELIGIBLE') || `${health} ${reason?.code}`
                );
            },
            'the next cycle runs by itself': (run) => {
                run.world.spawnComputation('grant', run.apex(grant(run.org)));
                return theNextCycleRunsByItself(run);
            },
        },
    });
    assert.deepEqual(failures, []);
});

test('the credential of the vendor is taken away: each step of the vendor says so, and the others go on', () => {
    const { failures } = explorer.explore(
        {
            disturb(run) {
                run.changeAllProspects();
                run.org.withoutCredential.add(run.org.users.admin);
            },
            duration: 55 * MINUTE,
            promises: {
                'the cycle ends, with the remedy': ({ org }) => {
                    const cycle = lastCycle(org);
                    const codes = ['GetTags', 'GetScores', 'GetProspects'].map(
                        (name) => cycle.steps.get(name)?.errors[0]?.code ?? 'none',
                    );
                    const isSaid = codes.every((code) => code === 'CREDENTIAL_MISSING');
                    return (isSaid && cycle.status === 'Partially_Completed') || `${cycle.status} ${codes.join(' ')}`;
                },
                ...ALWAYS,
                'the next cycle runs by itself': theNextCycleRunsByItself,
            },
        },
        20,
    );
    assert.deepEqual(failures, []);
});

test('who may not run it starts nothing: neither a viewer, nor a stranger, nor the Automated Process', () => {
    const off = new FaultExplorer({}, () => {});
    const { users } = off.org;
    const automatedProcess = off.org.org.ids.automatedProcessId;
    const callers = [users.viewer, users.stranger, automatedProcess];
    const { failures } = off.explore(
        {
            disturb(run) {
                for (const caller of callers) {
                    run.request(`start ${caller}`, 'POST', '/Sync/v1/StartSync', caller);
                    run.request(`restart ${caller}`, 'POST', '/Sync/v1/RestartSync?force=true', caller);
                    run.request(`now ${caller}`, 'POST', '/Sync/v1/RunNow', caller);
                }
            },
            duration: HOUR,
            promises: {
                'every call is answered 403': ({ answers }) => {
                    const others = [...answers].filter(([, { status }]) => status !== 403);
                    return (answers.size === 9 && others.length === 0) || JSON.stringify(others);
                },
                'nothing has changed': ({ org }) => chainStateOf(org).lease === null || 'there is a lease',
                ...ALWAYS,
            },
        },
        3,
    );
    assert.deepEqual(failures, []);
});

test('an administrator without the credential is refused, with nothing changed', () => {
    const off = new FaultExplorer({}, () => {});
    const { failures } = off.explore(
        {
            disturb(run) {
                run.world.spawnComputation('revoke', run.apex(revoke(run.org), run.org.users.otherAdmin));
            },
            duration: MINUTE,
            promises: {
                '403 SYNC_USER_NOT_ELIGIBLE or without access': (run) => {
                    run.request('start', 'POST', '/Sync/v1/StartSync');
                    run.letPass(MINUTE);
                    return run.answers.get('start')?.status === 403 || JSON.stringify(run.answers.get('start'));
                },
                'nothing has changed': ({ org }) => chainStateOf(org).lease === null || 'there is a lease',
            },
        },
        1,
    );
    assert.deepEqual(failures, []);
});

for (const withJobs of [false, true]) {
    test(`a copy of the org ${withJobs ? 'in which jobs are left' : 'without its jobs'}: paused, and said, until it is turned on there`, () => {
        const copied = new FaultExplorer();
        const { failures } = copied.explore(
            {
                disturb(run) {
                    run.world.spawnComputation('copy', run.apex(copy(run.org, withJobs)));
                },
                duration: 3 * HOUR,
                promises: {
                    'nothing ran in the copy': ({ org }) =>
                        cyclesOf(org).length === 1 || `${cyclesOf(org).length} cycles`,
                    'the status says it': (run) => {
                        const { health, reason } = run.status().sync;
                        return (health === 'PAUSED' && reason?.code === 'ORG_COPIED') || `${health} ${reason?.code}`;
                    },
                    'turned on there it runs': (run) => {
                        run.request('start', 'POST', '/Sync/v1/StartSync');
                        return theNextCycleRunsByItself(run);
                    },
                    ...ALWAYS,
                },
            },
            10,
        );
        assert.deepEqual(failures, []);
    });
}

function revoke({ users }: CycleOrg): string {
    return `delete [SELECT Id FROM PermissionSetAssignment
        WHERE AssigneeId = '${users.admin}' AND PermissionSet.Name = 'SalesWings_User'];`;
}

function grant({ users }: CycleOrg): string {
    return `insert new PermissionSetAssignment(
        AssigneeId = '${users.admin}',
        PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'SalesWings_User'].Id
    );`;
}

/** What a sandbox has of it: the rows as they were, and as a rule no scheduled job. */
function copy({ org }: CycleOrg, withJobs: boolean): string {
    const prefix = org.options.namespace === '' ? '' : `${org.options.namespace}__`;
    const lease = `SELECT Id FROM ${prefix}SW_Sync_State__c WHERE ${prefix}Key__c = 'SYNC'`;
    const abort = `for (CronTrigger scheduled : [SELECT Id FROM CronTrigger]) { System.abortJob(scheduled.Id); }`;
    return `update new ${prefix}SW_Sync_State__c(Id = [${lease}].Id, ${prefix}Org_Id__c = '${ANOTHER_ORG}');
        ${withJobs ? '' : abort}`;
}
