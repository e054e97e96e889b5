import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantField, grantObject, ServiceOrg } from '../support/service-org.ts';

const scripts = {
    describe: `Schema.DescribeSObjectResult described = Account.SObjectType.getDescribe();
        insert new Entry__c(Detail__c = String.join(new List<String>{
            String.valueOf(described.isAccessible()), String.valueOf(described.isCreateable()),
            String.valueOf(Account.Phone.getDescribe().isAccessible()), String.valueOf(Account.Phone.getDescribe().isUpdateable()),
            String.valueOf(Account.Fax.getDescribe().isAccessible()), String.valueOf(Account.Name.getDescribe().isAccessible())
        }, ' '));`,
    strip: `List<Account> accounts = new List<Account>{ new Account(Name = 'A', Phone = '1', Fax = '2') };
        SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, accounts);
        insert new Entry__c(Detail__c = String.valueOf(decision.getRemovedFields()));`,
    stripForbidden: `try {
            Security.stripInaccessible(AccessType.CREATABLE, new List<Account>{ new Account(Name = 'A') });
        } catch (NoAccessException e) { insert new Entry__c(Detail__c = e.getMessage()); }`,
    permission: `insert new Entry__c(Detail__c = String.valueOf(FeatureManagement.checkPermission('Nothing_Of_The_Kind')));`,
};

test('describe results tell what the permission sets of the user grant', () => {
    const org = new ServiceOrg({ scripts }, grantObject('Account', 'Read', 'Edit'), grantField('Account.Phone'));
    org.runAsVisitor('describe');
    assert.deepEqual(org.entries(), ['true false true false false true']);
});

test('a user without any grant reads no object, not even its name', () => {
    const org = new ServiceOrg({ scripts });
    org.runAsVisitor('describe');
    assert.deepEqual(org.entries(), ['false false false false false false']);
});

test('the administrator may use every object and field', () => {
    const org = new ServiceOrg({ scripts });
    org.run('describe');
    assert.deepEqual(org.entries(), ['true true true true true true']);
});

test('stripInaccessible takes away the fields that were not granted', () => {
    const org = new ServiceOrg({ scripts }, grantObject('Account', 'Read'), grantField('Account.Phone'));
    org.runAsVisitor('strip');
    assert.deepEqual(org.entries(), ['{Account={Fax}}']);
});

test('stripInaccessible refuses an object that was not granted', () => {
    const org = new ServiceOrg({ scripts }, grantObject('Account', 'Read'));
    org.runAsVisitor('stripForbidden');
    assert.deepEqual(org.entries(), ['No access to entity: Account']);
});

test('nobody has a custom permission that does not exist', () => {
    const org = new ServiceOrg({ scripts });
    org.run('permission');
    assert.deepEqual(org.entries(), ['false']);
});
