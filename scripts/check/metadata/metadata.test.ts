import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertNamed, runOnBroken, runOnFixture } from '../fixture.ts';
import { flow, job, layout, names, permissions, sound, source, started } from './breaking-cases.ts';
import { metadata } from './gate.ts';

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

describe('the metadata gate names what breaks with another namespace or version', () => {
    names([
        {
            what: 'a component of another API version',
            file: flow,
            replace: ['65.0', '59.0'],
            line: 3,
            rule: 'api-version',
            message: /API version 65\.0, this component of 59\.0/,
        },
        {
            what: 'a name with the namespace in metadata',
            file: layout,
            replace: ['Title__c', 'swstudio__Title__c'],
            line: 27,
            rule: 'namespace-prefix',
            message: /swstudio__Title__c is written with the namespace/,
        },
        {
            what: 'a name with the namespace in Apex',
            file: `${source}/classes/HealthController.cls`,
            replace: ["return 'well'", "return swstudio__Job__c.class.getName() + 'swstudio__'"],
            line: 4,
            rule: 'namespace-prefix',
            message: /swstudio__Job__c is written with the namespace/,
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
