import { describe } from 'node:test';
import { flow, job, layout, names, permissions, rule, script, source, title } from './breaking-cases.ts';
import type { Case } from './breaking-cases.ts';

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
