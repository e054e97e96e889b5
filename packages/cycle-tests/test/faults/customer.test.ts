import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CycleOrg, HOUR, lastCycle, MINUTE } from '@sw-studio/cycle-tests';
import {
    ALWAYS,
    FaultExplorer,
    type FaultRun,
    recordsAreInSync,
    theNextCycleRunsByItself,
} from '@sw-studio/cycle-tests/faults';

/** What the customer's own trigger does is written on an account: rows are the same again for every seed. */
const LEAD_TRIGGER = `trigger CustomerLeads on Lead (before update) {
    Set<String> asked = new Set<String>();
    for (Account wish : [SELECT Name FROM Account]) {
        asked.add(wish.Name);
    }
    if (asked.contains('enqueue')) {
        System.enqueueJob(new Idle());
    }
    if (asked.contains('throw')) {
        throw new IllegalArgumentException('The customer says no.');
    }
    for (Lead lead : Trigger.new) {
        if (asked.contains('refuse') && lead.Email.startsWith('prospect-1@')) {
            lead.addError('A lead of the customer needs a shoe size.');
        }
    }
}`;

const IDLE = `public class Idle implements Queueable {
    public void execute(QueueableContext context) {
    }
}`;

const explorer = new FaultExplorer({ triggers: [LEAD_TRIGGER], classes: [IDLE] });

function wish(run: FaultRun, name: string): void {
    run.world.spawnComputation(name, run.apex(`insert new Account(Name = '${name}');`));
    run.letPass(1000);
}

function takeBack(run: FaultRun, name: string): void {
    run.world.spawnComputation(name, run.apex(`delete [SELECT Id FROM Account WHERE Name = '${name}'];`));
    run.letPass(1000);
}

const MATCHING = 'MatchProspectsToLeads';

test('a lead that a rule of the customer refuses fails alone, is tried again, and says why', () => {
    const { failures } = explorer.explore(
        {
            disturb(run) {
                run.changeAllProspects();
                wish(run, 'refuse');
            },
            duration: HOUR,
            promises: {
                'it failed alone': ({ org }) => {
                    const step = lastCycle(org).steps.get(MATCHING);
                    return (step?.failed === 1 && step.changed === 2) || JSON.stringify(step);
                },
                'the reason stands on the prospect': ({ org }) => {
                    const text = lastError(org);
                    return text.includes('needs a shoe size') || text;
                },
                ...ALWAYS,
                'once the rule is gone it is in sync, without a change at SalesWings': (run) => {
                    takeBack(run, 'refuse');
                    run.letPass(HOUR);
                    return recordsAreInSync(run);
                },
            },
        },
        10,
    );
    assert.deepEqual(failures, []);
});

test('a trigger of the customer that throws refuses its rows, and ends neither the link nor the cycle', () => {
    const { failures } = explorer.explore(
        {
            disturb(run) {
                run.changeAllProspects();
                wish(run, 'throw');
            },
            duration: HOUR,
            promises: {
                'its step failed, and no link crashed': ({ org }) => {
                    const step = lastCycle(org).steps.get(MATCHING);
                    return (step?.status === 'Failed' && step.crashes === 0) || JSON.stringify(step);
                },
                'the cycle went on to its end': ({ org }) => {
                    const { status, steps } = lastCycle(org);
                    return (status === 'Partially_Completed' && steps.has('Enqueuer')) || status;
                },
                ...ALWAYS,
                'the next cycle runs by itself': (run) => {
                    takeBack(run, 'throw');
                    return theNextCycleRunsByItself(run);
                },
            },
        },
        10,
    );
    assert.deepEqual(failures, []);
});

test('a trigger of the customer that takes the one enqueue of the link: the chain goes on through the Runner', () => {
    const { failures } = explorer.explore(
        {
            disturb(run) {
                run.changeAllProspects();
                wish(run, 'enqueue');
            },
            duration: HOUR,
            promises: {
                'the cycle is complete': ({ org }) => lastCycle(org).status === 'Completed' || lastCycle(org).status,
                'the records are in sync': recordsAreInSync,
                ...ALWAYS,
            },
        },
        20,
    );
    assert.deepEqual(failures, []);
});

for (const [what, locking] of [
    ['leads', 'Lead'],
    ['prospects', 'swstudio__Prospect__c'],
    ['the lease', 'swstudio__SW_Sync_State__c'],
    ['the options of the steps', 'swstudio__SW_Studio_Workflow_Options__c'],
] as const) {
    test(`a user who has ${what} locked for half a minute, at any moment`, () => {
        const { failures } = explorer.explore(
            {
                disturb(run) {
                    run.changeAllProspects();
                    const locked = `List<SObject> locked = [SELECT Id FROM ${locking} FOR UPDATE];`;
                    run.atSomeMoment('lock', () => run.holding(locked, 30 + run.upTo(30)));
                },
                duration: 2 * HOUR,
                promises: { ...ALWAYS, 'the next cycle runs by itself': theNextCycleRunsByItself },
            },
            Math.ceil(Number(process.env['SIMULATION_SEEDS'] ?? 100) / 2),
        );
        assert.deepEqual(failures, []);
    });
}

test('leads whose owner has left are kept up to date all the same', () => {
    const { failures } = explorer.explore(
        {
            disturb(run) {
                const { stranger } = run.org.users;
                run.world.spawnComputation(
                    'leave',
                    run.apex(`List<Lead> leads = [SELECT Id FROM Lead];
                        for (Lead lead : leads) { lead.OwnerId = '${stranger}'; }
                        update leads;`),
                );
                run.letPass(MINUTE);
                run.world.spawnComputation('gone', run.apex(`update new User(Id = '${stranger}', IsActive = false);`));
            },
            promises: { 'the next cycle runs by itself': theNextCycleRunsByItself, ...ALWAYS },
        },
        3,
    );
    assert.deepEqual(failures, []);
});

function lastError(org: CycleOrg): string {
    const prospect = org.row("SELECT Last_Sync_Error__c FROM Prospect__c WHERE External_Id__c = 'prospect-1'");
    return String(prospect['Last_Sync_Error__c']);
}
