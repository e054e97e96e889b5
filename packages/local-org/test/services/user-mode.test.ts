import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantField, grantObject, ServiceOrg } from '../support/service-org.ts';

const note = `catch (Exception e) { insert as system new Entry__c(Detail__c = e.getTypeName() + ': ' + e.getMessage()); }`;
const scripts = {
    prepare: `insert new Account(Name = 'A', Phone = '1', Fax = '2');`,
    insertAsUser: `try { insert as user new Account(Name = 'B', Phone = '1'); } ${note}`,
    updatePhone: `Account found = [SELECT Id FROM Account WITH SYSTEM_MODE LIMIT 1];
        found.Phone = '3';
        try { update as user found; } ${note}`,
    updatePartly: `Account found = [SELECT Id FROM Account WITH SYSTEM_MODE LIMIT 1];
        found.Phone = '3';
        Database.SaveResult result = Database.update(found, false, AccessLevel.USER_MODE);
        insert new Entry__c(Detail__c = result.isSuccess() + ' ' + result.getErrors()[0].getFields());`,
    deleteAsUser: `try { delete as user [SELECT Id FROM Account WITH SYSTEM_MODE]; } ${note}`,
    readPhone: `try {
            insert new Entry__c(Detail__c = [SELECT Phone FROM Account WITH USER_MODE LIMIT 1].Phone);
        } ${note}`,
    readFax: `try {
            insert new Entry__c(Detail__c = Database.query('SELECT Fax FROM Account', AccessLevel.USER_MODE).toString());
        } ${note}`,
};

function orgWith(...grants: readonly string[]): ServiceOrg {
    const org = new ServiceOrg({ scripts }, ...grants);
    org.run('prepare');
    return org;
}

test('DML in user mode needs the object permission', () => {
    const org = orgWith(grantObject('Account', 'Read'));
    org.runAsVisitor('insertAsUser');
    org.runAsVisitor('deleteAsUser');
    const refusal = "System.SecurityException: Access to entity 'Account' denied";
    assert.deepEqual(org.entries(), [refusal, refusal]);
    assert.equal(org.count('SELECT Id FROM Account'), 1);
});

test('DML in user mode refuses fields that the user may not edit', () => {
    const org = orgWith(grantObject('Account', 'Read', 'Edit'), grantField('Account.Phone', false));
    org.runAsVisitor('updatePhone');
    org.runAsVisitor('updatePartly');
    assert.deepEqual(org.entries(), [
        'System.DmlException: Operation failed due to fields being inaccessible on Sobject Account, check errors on Exception or Result!',
        'false (Phone)',
    ]);
    assert.equal(org.rows('SELECT Phone FROM Account')[0]?.['Phone'], '1');
});

test('DML in user mode saves what the user may edit', () => {
    const org = orgWith(grantObject('Account', 'Read', 'Edit'), grantField('Account.Phone', true));
    org.runAsVisitor('updatePhone');
    assert.deepEqual(org.entries(), []);
    assert.equal(org.rows('SELECT Phone FROM Account')[0]?.['Phone'], '3');
});

test('a query in user mode reads granted fields, and others do not exist for it', () => {
    const org = orgWith(grantObject('Account', 'Read'), grantField('Account.Phone'));
    org.runAsVisitor('readPhone');
    org.runAsVisitor('readFax');
    const [phone, fax] = org.entries();
    assert.equal(phone, '1');
    assert.match(fax ?? '', /^System\.QueryException: [\s\S]*No such column 'Fax' on entity 'Account'/);
});

test('a query in user mode knows no object that was not granted', () => {
    const org = orgWith();
    org.runAsVisitor('readPhone');
    assert.match(org.entries()[0] ?? '', /sObject type 'Account' is not supported/);
});
