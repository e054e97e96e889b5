import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { assertNamed, fixturesOf, runOnBroken, runOnFixture } from '../fixture.ts';
import type { Breakage } from '../fixture.ts';
import { packageability } from './gate.ts';
import { PACKAGE_RULES } from './rules.ts';

const sound = fixturesOf(join(import.meta.dirname, '../package-model'))('sound');
const source = 'force-app/main/default';
const permissions = `${source}/permissionsets/Administrator.permissionset-meta.xml`;
const jobTag = `${source}/objects/Job__c/fields/Tag__c.field-meta.xml`;
const job = `${source}/objects/Job__c/Job__c.object-meta.xml`;
const code = `${source}/objects/Tag__c/fields/Code__c.field-meta.xml`;
const gap = `${source}/objects/Options__c/fields/Gap__c.field-meta.xml`;
const reason = `${source}/objects/Ping__e/fields/Reason__c.field-meta.xml`;
const options = `${source}/objects/Options__c/Options__c.object-meta.xml`;
const layout = `${source}/layouts/Job__c-Job Layout.layout-meta.xml`;

interface Case {
    rule: string;
    breakages: Breakage[];
    file: string;
    line: number;
    message: RegExp;
}

const one = (rule: string, file: string, replace: [string, string], line: number, message: RegExp): Case => ({
    rule,
    breakages: [{ file, replace }],
    file,
    line,
    message,
});

const CASES: readonly Case[] = [
    one('standard-object-permission', permissions, ['<object>Job__c', '<object>Lead'], 46, /standard object Lead/),
    {
        rule: 'permission-for-detail-of-standard-master',
        breakages: [
            { file: jobTag, replace: ['<referenceTo>Tag__c', '<referenceTo>Account'] },
            { file: jobTag, replace: ['Lookup', 'MasterDetail'] },
        ],
        file: permissions,
        line: 46,
        message: /Access to Job__c follows its standard master/,
    },
    one(
        'user-permission',
        permissions,
        [
            '</PermissionSet>',
            '    <userPermissions>\n        <enabled>true</enabled>\n        <name>ViewSetup</name>\n    </userPermissions>\n</PermissionSet>',
        ],
        77,
        /user permission ViewSetup cannot be packaged/,
    ),
    one(
        'standard-field-permission',
        permissions,
        ['Tag__c.Code__c', 'Lead.Company'],
        35,
        /standard field Lead.Company/,
    ),
    one('standard-tab-setting', permissions, ['<tab>Job__c', '<tab>standard-Lead'], 73, /standard tab standard-Lead/),
    one(
        'licensed-permission-set',
        permissions,
        ['    <label>', '    <license>SalesforceUser</license>\n    <label>'],
        45,
        /license SalesforceUser/,
    ),
    one(
        'required-field-permission',
        permissions,
        ['Job__c.Title__c', 'Job__c.Status__c'],
        30,
        /Job__c.Status__c is required/,
    ),
    one(
        'editable-formula',
        permissions,
        [
            '<editable>false</editable>\n        <field>Job__c.Title__c',
            '<editable>true</editable>\n        <field>Job__c.Title__c',
        ],
        30,
        /Job__c.Title__c is calculated/,
    ),
    one(
        'permission-dependency',
        permissions,
        ['<allowRead>true</allowRead>', '<allowRead>false</allowRead>'],
        46,
        /permissions for Job__c depend on allowRead/,
    ),
    one(
        'permission-set-text',
        permissions,
        ['Runs the sync.', 'Runs the sync. '.repeat(18)],
        19,
        /description has 269 characters, and may have 255/,
    ),
    {
        rule: 'master-detail-to-lead',
        breakages: [
            { file: jobTag, replace: ['<referenceTo>Tag__c', '<referenceTo>Lead'] },
            { file: jobTag, replace: ['Lookup', 'MasterDetail'] },
        ],
        file: jobTag,
        line: 8,
        message: /Lead cannot be a master; make Job__c.Tag__c a lookup/,
    },
    {
        rule: 'standard-object-as-detail',
        breakages: [
            { file: `${source}/objects/Lead/fields/Tag__c.field-meta.xml`, content: masterDetail('Tag__c', 'Tag__c') },
        ],
        file: `${source}/objects/Lead/fields/Tag__c.field-meta.xml`,
        line: 6,
        message: /Lead is a standard object and cannot be a detail/,
    },
    {
        rule: 'too-many-masters',
        breakages: ['A__c', 'B__c', 'C__c'].map((name) => ({
            file: `${source}/objects/Job__c/fields/${name}.field-meta.xml`,
            content: masterDetail(name, 'Tag__c'),
        })),
        file: `${source}/objects/Job__c/fields/C__c.field-meta.xml`,
        line: 6,
        message: /Job__c has more than 2 masters/,
    },
    {
        rule: 'sharing-of-detail',
        breakages: [{ file: jobTag, replace: ['Lookup', 'MasterDetail'] }],
        file: job,
        line: 14,
        message: /Job__c has a master, so its sharingModel is ControlledByParent, not ReadWrite/,
    },
    one('required-lookup-set-null', jobTag, ['<required>false', '<required>true'], 4, /Job__c.Tag__c is required/),
    {
        rule: 'duplicate-child-relationship',
        breakages: [
            {
                file: `${source}/objects/Ping__c/fields/Tag__c.field-meta.xml`,
                content: masterDetail('Tag__c', 'Tag__c', 'Jobs'),
            },
        ],
        file: `${source}/objects/Ping__c/fields/Tag__c.field-meta.xml`,
        line: 5,
        message: /Jobs is also the child relationship of Job__c.Tag__c/,
    },
    one(
        'setting-field-type',
        gap,
        ['<type>Number', '<type>Picklist'],
        9,
        /cannot have the Picklist field Options__c.Gap__c/,
    ),
    one(
        'event-field-type',
        reason,
        ['<type>Text', '<type>Picklist'],
        9,
        /cannot have the Picklist field Ping__e.Reason__c/,
    ),
    one(
        'text-length',
        reason,
        ['<length>255', '<length>256'],
        7,
        /Ping__e.Reason__c has length 256, and may have 1 to 255/,
    ),
    one(
        'long-text-length',
        reason,
        ['<type>Text<', '<type>LongTextArea<'],
        7,
        /length 255, and may have 256 to 131072/,
    ),
    {
        rule: 'visible-lines',
        breakages: [
            {
                file: reason,
                replace: ['<type>Text</type>', '<type>LongTextArea</type>\n    <visibleLines>51</visibleLines>'],
            },
        ],
        file: reason,
        line: 10,
        message: /visibleLines 51, and may have 2 to 50/,
    },
    one('number-precision', gap, ['<precision>4', '<precision>19'], 7, /precision 19 and scale 0; at most 18 digits/),
    one(
        'unique-field-type',
        code,
        ['<type>Text', '<type>Phone'],
        11,
        /Tag__c.Code__c is unique, which a Phone field cannot be/,
    ),
    one(
        'external-id-type',
        code,
        ['<type>Text', '<type>Phone'],
        5,
        /Tag__c.Code__c is externalId, which a Phone field cannot be/,
    ),
    {
        rule: 'component-name',
        breakages: [{ file: `${source}/classes/2Fast.cls-meta.xml`, content: apexClass() }],
        file: `${source}/classes/2Fast.cls-meta.xml`,
        line: 2,
        message: /2Fast is no name that an org accepts/,
    },
    {
        rule: 'list-setting-without-scratch-setting',
        breakages: [
            { file: options, replace: ['Hierarchy', 'List'] },
            { file: 'config/project-scratch-def.json', replace: ['true', 'false'] },
        ],
        file: 'config/project-scratch-def.json',
        line: 1,
        message: /refuses the list setting Options__c/,
    },
    one(
        'setting-plural-label',
        options,
        ['<visibility>', '<pluralLabel>Options</pluralLabel>\n    <visibility>'],
        7,
        /Cannot specify: pluralLabel/,
    ),
    one(
        'queue-list-view',
        `${source}/objects/Job__c/listViews/Running.listView-meta.xml`,
        ['<label>Running</label>', '<label>Running</label>\n    <queue>Helpdesk</queue>'],
        13,
        /belongs to the queue Helpdesk/,
    ),
    {
        rule: 'subscriber-user',
        breakages: [
            {
                file: `${source}/PlatformEventSubscriberConfigs/Ping.platformEventSubscriberConfig-meta.xml`,
                content:
                    '<?xml version="1.0" encoding="UTF-8"?>\n' +
                    '<PlatformEventSubscriberConfig xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
                    '    <platformEventConsumer>Ping</platformEventConsumer>\n    <user>sync@example.com</user>\n' +
                    '</PlatformEventSubscriberConfig>\n',
            },
        ],
        file: `${source}/PlatformEventSubscriberConfigs/Ping.platformEventSubscriberConfig-meta.xml`,
        line: 4,
        message: /user sync@example.com does not exist/,
    },
    one(
        'layout-behavior',
        layout,
        ['<behavior>Required</behavior>', '<behavior>Edit</behavior>'],
        13,
        /Job__c.Status__c is Required on every layout, not Edit/,
    ),
];

function masterDetail(name: string, target: string, relationship = name.replace('__c', 's')): string {
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
        `    <fullName>${name}</fullName>\n    <referenceTo>${target}</referenceTo>\n` +
        `    <relationshipName>${relationship}</relationshipName>\n    <type>MasterDetail</type>\n</CustomField>\n`
    );
}

function apexClass(): string {
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">\n' +
        '    <apiVersion>65.0</apiVersion>\n    <status>Active</status>\n</ApexClass>\n'
    );
}

describe('the packageability gate names', () => {
    for (const { rule, breakages, file, line, message } of CASES) {
        it(rule, async () => {
            const { faults } = await runOnBroken(packageability, sound, breakages);
            assertNamed(faults, { file, line, rule, message });
        });
    }
});

it('a sound package passes', async () => {
    const { faults } = await runOnFixture(packageability, sound);
    assert.deepEqual(faults, []);
});

it('every rule has a case that breaks it and a public source', () => {
    assert.deepEqual(
        PACKAGE_RULES.map(({ id }) => id),
        CASES.map(({ rule }) => rule),
    );
    for (const { id, source: url } of PACKAGE_RULES) assert.match(url, /^https:\/\/\S+$/, id);
});
