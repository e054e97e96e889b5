import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { assertNamed, fixturesOf, runOnBroken, runOnFixture } from '../fixture.ts';
import { metadata } from './gate.ts';

const sound = fixturesOf(join(import.meta.dirname, '../package-model'))('sound');
const source = 'force-app/main/default';
const started = `${source}/objects/Job__c/fields/Started_At__c.field-meta.xml`;
const layout = `${source}/layouts/Job__c-Job Layout.layout-meta.xml`;
const permissions = `${source}/permissionsets/Administrator.permissionset-meta.xml`;
const job = `${source}/objects/Job__c/Job__c.object-meta.xml`;
const title = `${source}/objects/Job__c/fields/Title__c.field-meta.xml`;
const rule = `${source}/objects/Job__c/validationRules/Running_Has_Start.validationRule-meta.xml`;
const flow = `${source}/flows/Ping_On_Lead.flow-meta.xml`;
const script = `${source}/lwc/health/health.js`;

interface Case {
    what: string;
    file: string;
    replace: [string, string];
    /** Where the fault is expected, if not in the file that was broken. */
    at?: string;
    line: number;
    rule: string;
    message: RegExp;
}

function names(cases: readonly Case[]): void {
    for (const { what, file, replace, at = file, ...expected } of cases) {
        it(what, async () => {
            const { faults } = await runOnBroken(metadata, sound, [{ file, replace }]);
            assertNamed(faults, { file: at, ...expected });
        });
    }
}

it('a sound package passes', async () => {
    const { faults } = await runOnFixture(metadata, sound);
    assert.deepEqual(faults, []);
});

describe('the metadata gate names what the types do not allow', () => {
    names([
        {
            what: 'an unknown element, and the one that was meant',
            file: started,
            replace: ['<label>Started At</label>', '<lable>Started At</lable>'],
            line: 6,
            rule: 'unknown-element',
            message: /<lable> is no element of CustomField; did you mean label\?/,
        },
        {
            what: 'a value that its enumeration does not have',
            file: started,
            replace: ['DateTime', 'Datetime'],
            line: 8,
            rule: 'unknown-value',
            message: /"Datetime" is no value of <type>; did you mean DateTime\?/,
        },
        {
            what: 'a word where true or false belongs',
            file: started,
            replace: ['<required>false', '<required>no'],
            line: 7,
            rule: 'wrong-kind',
            message: /<required> is true or false, not "no"/,
        },
        {
            what: 'a word where a number belongs',
            file: `${source}/objects/Tag__c/fields/Code__c.field-meta.xml`,
            replace: ['<length>80', '<length>eighty'],
            line: 8,
            rule: 'wrong-kind',
            message: /<length> is a number, not "eighty"/,
        },
        {
            what: 'an element that may be there once',
            file: started,
            replace: ['<label>', '<label>Begun At</label>\n    <label>'],
            line: 7,
            rule: 'repeated-element',
            message: /<label> may be there once/,
        },
        {
            what: 'elements of a list that do not follow each other',
            file: `${source}/objects/Job__c/listViews/Running.listView-meta.xml`,
            replace: ['<label>Running</label>', '<label>Running</label>\n    <columns>Tag__c</columns>'],
            line: 13,
            rule: 'scattered-element',
            message: /All <columns> must follow each other/,
        },
        {
            what: 'a part without what it must have',
            file: permissions,
            replace: ['<editable>true</editable>\n        <field>Job__c.Started_At__c', '<field>Job__c.Started_At__c'],
            line: 20,
            rule: 'missing-element',
            message: /<fieldPermissions> needs <editable>/,
        },
        {
            what: 'XML that is not well-formed',
            file: `${source}/tabs/Job__c.tab-meta.xml`,
            replace: ['Ticket</motif>', 'Ticket'],
            line: 5,
            rule: 'not-well-formed',
            message: /unexpected close tag|unmatched/i,
        },
        {
            what: 'a namespace other than that of metadata',
            file: started,
            replace: ['2006/04/metadata', '2006/04/meta'],
            line: 2,
            rule: 'wrong-namespace',
            message: /xmlns must be/,
        },
        {
            what: 'text between elements',
            file: started,
            replace: ['<label>', 'hello <label>'],
            line: 2,
            rule: 'stray-text',
            message: /Text in <CustomField>/,
        },
    ]);

    it('a root element that is no type', async () => {
        const content =
            '<?xml version="1.0" encoding="UTF-8"?>\n<Layot xmlns="http://soap.sforce.com/2006/04/metadata" />\n';
        const file = `${source}/layouts/Tag__c-Other.layout-meta.xml`;
        const { faults } = await runOnBroken(metadata, sound, [{ file, content }]);
        assertNamed(faults, {
            file,
            line: 2,
            rule: 'unknown-type',
            message: /no metadata type Layot; did you mean Layout\?/,
        });
    });
});

describe('the metadata gate names what is missing', () => {
    names([
        {
            what: 'a length of a text',
            file: `${source}/objects/Tag__c/fields/Code__c.field-meta.xml`,
            replace: ['    <length>80</length>\n', ''],
            line: 2,
            rule: 'missing-element',
            message: /CustomField Tag__c\.Code__c needs <length>/,
        },
        {
            what: 'a help text',
            file: started,
            replace: ['    <inlineHelpText>When the run began.</inlineHelpText>\n', ''],
            line: 2,
            rule: 'missing-element',
            message: /needs <inlineHelpText>/,
        },
        {
            what: 'a sharing model of an object',
            file: job,
            replace: ['    <sharingModel>ReadWrite</sharingModel>\n', ''],
            line: 2,
            rule: 'missing-element',
            message: /CustomObject Job__c needs <sharingModel>/,
        },
        {
            what: 'a field that is on no layout',
            file: layout,
            replace: ['<field>Tag__c</field>', '<field>Name</field>'],
            at: `${source}/objects/Job__c/fields/Tag__c.field-meta.xml`,
            line: 3,
            rule: 'field-off-layout',
            message: /Job__c\.Tag__c is on no layout/,
        },
        {
            what: 'a field that no permission set grants',
            file: permissions,
            replace: ['Job__c.Started_At__c', 'Job__c.Title__c'],
            at: started,
            line: 3,
            rule: 'field-without-permission',
            message: /Job__c\.Started_At__c is in no permission set/,
        },
        {
            what: 'an object that no permission set opens',
            file: permissions,
            replace: ['<object>Ping__e', '<object>Tag__c'],
            at: `${source}/objects/Ping__e/Ping__e.object-meta.xml`,
            line: 2,
            rule: 'object-without-permission',
            message: /Ping__e is in no permission set/,
        },
    ]);
});

describe('the metadata gate names a reference to nothing', () => {
    const to = (what: string, file: string, replace: [string, string], line: number, message: RegExp): Case => ({
        what,
        file,
        replace,
        line,
        rule: 'unresolved-reference',
        message,
    });
    names([
        to(
            'a field in a layout',
            layout,
            ['Started_At__c', 'Startet_At__c'],
            19,
            /no field Startet_At__c on Job__c; did you mean Started_At__c\?/,
        ),
        to('a standard field in a layout', layout, ['>Name<', '>Nname<'], 11, /no field Nname on Job__c/),
        to(
            'a related list',
            `${source}/layouts/Tag__c-Tag Layout.layout-meta.xml`,
            ['Job__c.Tag__c', 'Job__c.Tags__c'],
            23,
            /no field Tags__c on Job__c/,
        ),
        to(
            'a field of a related list',
            `${source}/layouts/Tag__c-Tag Layout.layout-meta.xml`,
            ['Status__c', 'State__c'],
            22,
            /no field State__c on Job__c/,
        ),
        to(
            'a column of a list view',
            `${source}/objects/Job__c/listViews/Running.listView-meta.xml`,
            ['<columns>Status__c', '<columns>State__c'],
            5,
            /no field State__c/,
        ),
        to(
            'a field of a permission set',
            permissions,
            ['Tag__c.Code__c', 'Tag__c.Kode__c'],
            37,
            /no field Kode__c on Tag__c/,
        ),
        to(
            'an object of a permission set',
            permissions,
            ['<object>Ping__e', '<object>Pong__e'],
            61,
            /no object Pong__e; did you mean Ping__e\?/,
        ),
        to(
            'a class of a permission set',
            permissions,
            ['HealthController', 'HelthController'],
            8,
            /no class HelthController/,
        ),
        to('a flow of a permission set', permissions, ['Ping_On_Lead', 'Ping_On_Leed'], 42, /no flow Ping_On_Leed/),
        to('a custom permission', permissions, ['<name>Manage', '<name>Manages'], 13, /no custom permission Manages/),
        to('a custom setting', permissions, ['Options__c', 'Job__c'], 17, /no custom setting Job__c/),
        to(
            'a tab',
            `${source}/applications/Studio.app-meta.xml`,
            ['<tabs>Job__c', '<tabs>Jobs__c'],
            6,
            /no tab Jobs__c/,
        ),
        to(
            'an object of a lookup',
            `${source}/objects/Job__c/fields/Tag__c.field-meta.xml`,
            ['<referenceTo>Tag__c', '<referenceTo>Tags__c'],
            8,
            /no object Tags__c/,
        ),
        to(
            'a standard object',
            `${source}/objects/Job__c/fields/Tag__c.field-meta.xml`,
            ['<referenceTo>Tag__c', '<referenceTo>Acount'],
            8,
            /no object Acount/,
        ),
        to(
            'a global value set',
            `${source}/objects/Job__c/fields/Status__c.field-meta.xml`,
            ['Job_Status', 'Job_State'],
            11,
            /no global value set Job_State/,
        ),
        to('a compact layout', job, ['Job_Compact', 'Job_Short'], 3, /no compact layout Job__c\.Job_Short/),
        to(
            'a field in a validation rule',
            rule,
            ['ISBLANK(Started_At__c)', 'ISBLANK(Start__c)'],
            7,
            /no field Start__c on Job__c/,
        ),
        to(
            'a label in a formula',
            title,
            ['$Label.Greeting', '$Label.Greting'],
            7,
            /no label Greting; did you mean Greeting\?/,
        ),
        to('a relationship in a formula', title, ['Tag__r.', 'Tags__r.'], 8, /no relationship Tags__r on Job__c/),
        to(
            'a field behind a relationship',
            title,
            ['Tag__r.Code__c', 'Tag__r.Kode__c'],
            8,
            /no field Kode__c on Tag__c/,
        ),
        to('a field that a flow writes', flow, ['Reason__c', 'Cause__c'], 12, /no field Cause__c on Ping__e/),
        to(
            'a field of the record that starts a flow',
            flow,
            ['$Record.LastName', '$Record.LasttName'],
            14,
            /no field LasttName on Lead/,
        ),
        to('a label in a component', script, ['c.Greeting', 'c.Greting'], 2, /no label Greting/),
        to(
            'an Apex method in a component',
            script,
            ['HealthController.health', 'HealthController.state'],
            3,
            /HealthController has no @AuraEnabled method state/,
        ),
        to('a field in a component', script, ['Job__c.Status__c', 'Job__c.State__c'], 4, /no field State__c on Job__c/),
        to(
            'a module of another component',
            script,
            ['c/timeline', 'c/timelines'],
            5,
            /no component timelines; did you mean timeline\?/,
        ),
        to(
            'a component in a template',
            `${source}/lwc/health/health.html`,
            ['<c-timeline>', '<c-time-line>'],
            2,
            /no component timeLine/,
        ),
    ]);

    names([
        {
            what: 'a connector of a flow',
            file: flow,
            replace: ['<targetReference>Publish', '<targetReference>Publishh'],
            line: 23,
            rule: 'unresolved-connector',
            message: /no element Publishh to go to/,
        },
    ]);
});

describe('the metadata gate names an asynchronous class without a documented prefix', () => {
    const prefixed = async (apex: string): Promise<readonly string[]> => {
        const breakage = { file: `${source}/classes/SWJobRun.cls`, content: apex };
        const { faults } = await runOnBroken(metadata, sound, [breakage]);
        return faults
            .filter((fault) => fault.rule === 'async-class-prefix')
            .map(({ line, message }) => `${line}: ${message}`);
    };

    it('a Queueable', async () => {
        assert.deepEqual(
            await prefixed('// class A implements Queueable {\npublic class Runner implements Queueable {\n}\n'),
            ['2: Runner runs asynchronously, so its name starts with SWJob, SWLog, UpdateToSalesWings'],
        );
    });

    it('a Batchable with a type argument, next to other interfaces', async () => {
        const apex = 'public class Cleaner implements Database.AllowsCallouts, Database.Batchable<SObject> {\n}\n';
        assert.equal((await prefixed(apex)).length, 1);
    });

    it('a class that is one through the class it extends', async () => {
        const apex =
            'public abstract class SWJobLink implements Queueable {\n    public class Step extends SWJobLink {\n    }\n}\n';
        assert.deepEqual(
            (await prefixed(apex)).map((fault) => fault.split(' ')[1]),
            ['Step'],
        );
    });

    it('no class of a test', async () => {
        assert.deepEqual(await prefixed('@IsTest\nprivate class Probe implements Queueable {\n}\n'), []);
    });
});
