import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SoqlField, SoqlObject } from '@sw-studio/soql';
import { salesOrg } from '../support/sales.ts';

/** A user who may not read what is listed: objects, or fields as `Account.Industry`. */
function orgWithout(...hidden: string[]) {
    const org = salesOrg();
    const [mine] = org.insert('User', { Name: 'me' });
    const [account] = org.insert('Account', { Name: 'mine', OwnerId: mine });
    org.insert('Account', { Name: 'other' });
    org.insert('Contact', { LastName: 'child', AccountId: account });
    org.environment = {
        ...org.environment,
        userId: mine as string,
        access: (object: SoqlObject, field?: SoqlField) =>
            !hidden.includes(field === undefined ? object.name : `${object.name}.${field.name}`),
    };
    return org;
}

test('without a WITH clause permissions are not asked', () => {
    assert.equal(orgWithout('Account', 'Account.Name').run('SELECT Name FROM Account').count, 2);
});

test('in user mode what may not be read does not exist, in any clause', () => {
    const org = orgWithout('Account.Industry');
    const missing = { code: 'INVALID_FIELD', message: /^No such column 'Industry' on entity 'Account'\./ };
    assert.throws(() => org.run('SELECT Industry FROM Account WITH USER_MODE'), missing);
    assert.throws(() => org.run("SELECT Id FROM Account WHERE Industry = 'x' WITH USER_MODE"), missing);
    assert.throws(() => org.run('SELECT Id FROM Account WITH USER_MODE ORDER BY Industry'), missing);
    assert.throws(() => org.run('SELECT Account.Industry FROM Contact WITH USER_MODE'), missing);
    assert.equal(org.run('SELECT Name FROM Account WITH USER_MODE').count, 2);
    assert.throws(() => orgWithout('Contact').run('SELECT Id, (SELECT Id FROM Contacts) FROM Account WITH USER_MODE'), {
        code: 'INVALID_TYPE',
        message: /^sObject type 'Contact' is not supported\./,
    });
});

test("a parent that may not be read is no relationship, but the name of a polymorphic one is everyone's", () => {
    const org = orgWithout('Account', 'User');
    assert.throws(() => org.run('SELECT Account.Name FROM Contact WITH USER_MODE'), {
        code: 'INVALID_FIELD',
        message: /^Didn't understand relationship 'Account' in field path\./,
    });
    assert.equal(org.run('SELECT Owner.Name FROM Contact WITH USER_MODE').count, 1);
});

test('the access level of the call means user mode too', () => {
    const org = orgWithout('Account.Industry');
    org.environment = { ...org.environment, userMode: true };
    assert.throws(() => org.run('SELECT Industry FROM Account'), { code: 'INVALID_FIELD' });
});

test('WITH SECURITY_ENFORCED looks at SELECT and FROM alone', () => {
    const org = orgWithout('Account.Industry');
    const refused = { message: 'Insufficient permissions: secure query included inaccessible field' };
    assert.throws(() => org.run('SELECT Industry FROM Account WITH SECURITY_ENFORCED'), refused);
    assert.equal(org.run('SELECT Name FROM Account WHERE Industry = null WITH SECURITY_ENFORCED').count, 2);
});

test('rows that are not visible are not there, for children and semi-joins neither', () => {
    const org = orgWithout();
    const name = org.schema.object('Account')?.field('Name')?.slot ?? 0;
    org.environment = {
        ...org.environment,
        visible: (object, row) => object.name !== 'Account' || row[name] === 'mine',
    };
    assert.deepEqual(org.column('SELECT Name FROM Account'), ['mine']);
    assert.equal(org.run('SELECT COUNT() FROM Account').count, 1);
    org.environment = { ...org.environment, visible: (object) => object.name !== 'Contact' };
    assert.equal(org.run('SELECT Id, (SELECT Id FROM Contacts) FROM Account').rows, 2);
    assert.deepEqual(org.column('SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact)'), []);
});

test('USING SCOPE mine is the rows of the user; scopes that nobody knows are refused', () => {
    const org = orgWithout();
    assert.deepEqual(org.column('SELECT Name FROM Account USING SCOPE mine'), ['mine']);
    assert.equal(org.run('SELECT Name FROM Account USING SCOPE everything').count, 2);
    assert.throws(() => org.run('SELECT Name FROM Account USING SCOPE team'), {
        message: 'USING SCOPE TEAM is not supported for Account here',
    });
});
