import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexAnonymous } from '../../src/entry-points/apex-anonymous.ts';
import { ApexActions } from '../../src/entry-points/apex-actions.ts';
import { ApexAura } from '../../src/entry-points/apex-aura.ts';
import { ApexProgram } from '../../src/apex/apex-program.ts';
import { ApexRuntime } from '../../src/apex/apex-runtime.ts';
import { ManualClock } from '../../src/clock/clock.ts';
import { ApexRest } from '../../src/entry-points/apex-rest.ts';
import { readProject } from '../../src/metadata/read-project.ts';
import { LocalOrg } from '../../src/org.ts';
import { ApexSchema } from '../../src/schema/apex-schema.ts';
import { MIDNIGHT } from '../support/job-org.ts';

const FOLDER = new URL('../fixtures/sharing', import.meta.url).pathname;

function entryClass(name: string, keyword: string): string {
    return `@RestResource(urlMapping='/${name}')
        global ${keyword} class ${name} implements Queueable {
            @HttpGet
            global static Integer get() { return [SELECT COUNT() FROM Secret__c]; }
            @AuraEnabled
            public static Integer component() { return [SELECT COUNT() FROM Secret__c]; }
            @InvocableMethod
            public static List<Integer> action(List<String> inputs) { return new List<Integer>{ [SELECT COUNT() FROM Secret__c] }; }
            @future
            public static void later() { System.debug('future ' + [SELECT COUNT() FROM Secret__c]); }
            public void execute(QueueableContext context) { System.debug('queueable ' + [SELECT COUNT() FROM Secret__c]); }
        }`;
}

const SETUP = `
    insert new User(
        ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id,
        LastName = 'Asker', Email = 'asker@example.com', Username = 'asker@sharing.example.com', Alias = 'asker',
        TimeZoneSidKey = 'GMT', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US'
    );
    Id profileSet = [SELECT Id FROM PermissionSet WHERE Profile.Name = 'Standard User'].Id;
    for (ApexClass each : [SELECT Id FROM ApexClass]) {
        insert new SetupEntityAccess(ParentId = profileSet, SetupEntityId = each.Id);
    }`;

/** How many of one record that belongs to somebody else a standard user sees, by the way in which Apex is entered. */
function counts(keyword: string): Record<string, number> {
    const printed: string[] = [];
    const source = readProject(FOLDER, { namespace: '' });
    const body = entryClass('Entry', keyword);
    const classes = [
        ...source.classes,
        { name: 'Entry', file: 'classes/Entry.cls', body, apiVersion: '65.0', status: 'Active' } as const,
    ];
    const clock = new ManualClock(MIDNIGHT);
    const org = LocalOrg.create([{ ...source, classes }], { now: () => clock.now(), edition: 'Enterprise Edition' });
    const program = new ApexProgram({ ...source, classes }, org.schema, new ApexSchema(org.schema, 'en_US'), {
        cacheFolder: null,
        skipErrors: false,
        coverage: false,
        generators: false,
    });
    const runtime = new ApexRuntime({ org, program, clock, debug: (_, message) => void printed.push(message) });
    const anonymous = new ApexAnonymous(runtime);
    for (const block of [SETUP, "insert new Secret__c(Name = 'Secret of the administrator');"]) {
        const { exceptionMessage, compileProblem } = anonymous.execute(block);
        assert.equal(exceptionMessage ?? compileProblem, null);
    }
    anonymous.execute("System.debug([SELECT Id FROM User WHERE LastName = 'Asker'].Id);");
    const userId = printed.pop();
    assert.ok(userId);
    const answer = new ApexRest(runtime).request({ method: 'GET', path: '/services/apexrest/Entry', userId });
    const component = new ApexAura(runtime).call({ className: 'Entry', method: 'component', userId }).body;
    const action = new ApexActions(runtime).invoke({ name: 'Entry', inputs: [{ inputs: '' }], userId });
    const block = anonymous.execute(
        'System.debug([SELECT COUNT() FROM Secret__c]); Entry.later(); System.enqueueJob(new Entry());',
        userId,
    );
    runtime.jobs.runDue();
    const last = (kind: string): number => Number(printed.find((line) => line.startsWith(`${kind} `))?.split(' ')[1]);
    return {
        rest: Number(Buffer.from(answer.body).toString()),
        component: Number(component),
        action: Number(action.results[0]?.outputValues?.['output']),
        anonymous: Number(block.log[0]?.message),
        future: last('future'),
        queueable: last('queueable'),
    };
}

describe('the class by which Apex is entered', () => {
    const own = { rest: 0, component: 0, action: 0, anonymous: 0, future: 0, queueable: 0 };
    const all = { rest: 1, component: 1, action: 1, anonymous: 0, future: 1, queueable: 1 };

    it('respects sharing when it says so', () => assert.deepEqual(counts('with sharing'), own));
    it('does not when it says so; an anonymous block always does', () =>
        assert.deepEqual(counts('without sharing'), all));
    it('respects sharing when it inherits it, since nobody calls it', () =>
        assert.deepEqual(counts('inherited sharing'), own));
    it('respects it without a keyword for components alone', () => {
        assert.deepEqual(counts(''), { ...all, component: 0 });
    });
});
