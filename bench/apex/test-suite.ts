import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>65.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;

/** Writes a project of test classes with ten methods each; a method inserts, queries and updates a few records. */
export function writeTestSuite(folder: string, methods: number): void {
    const classes = join(folder, 'classes');
    mkdirSync(classes, { recursive: true });
    for (let index = 0; index * 10 < methods; index++) {
        const body = Array.from({ length: 10 }, (_, method) => testMethod(method)).join('\n');
        const source = `@IsTest\nprivate class Suite${index}Test {\n${SETUP}\n${body}\n}\n`;
        writeFileSync(join(classes, `Suite${index}Test.cls`), source);
        writeFileSync(join(classes, `Suite${index}Test.cls-meta.xml`), META);
    }
}

const SETUP = `    @TestSetup
    static void accounts() {
        List<Account> accounts = new List<Account>();
        for (Integer i = 0; i < 20; i++) {
            accounts.add(new Account(Name = 'Account ' + i, Industry = 'Energy'));
        }
        insert accounts;
    }`;

function testMethod(index: number): string {
    return `    @IsTest
    static void changes${index}() {
        List<Account> accounts = [SELECT Id, Name FROM Account WHERE Industry = 'Energy' ORDER BY Name LIMIT 10];
        for (Account each : accounts) {
            each.Description = 'Changed ${index} ' + each.Name;
        }
        update accounts;
        insert new Contact(LastName = 'Contact ${index}', AccountId = accounts[0].Id);
        Assert.areEqual(10, [SELECT COUNT() FROM Account WHERE Industry = 'Energy' AND Name LIKE 'Account 1%'] - 1);
        Assert.areEqual(accounts[0].Name, [SELECT Account.Name FROM Contact LIMIT 1].Account.Name);
    }`;
}
