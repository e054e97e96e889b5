import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
    ApexAnonymous,
    ApexProgram,
    ApexRest,
    ApexRuntime,
    ApexSchema,
    LocalOrg,
    ManualClock,
    readProject,
} from '@sw-studio/local-org';
import { createUsers } from '../../src/cycle-users.ts';
import { queryRows } from '../../src/plain-rows.ts';

const PACKAGE = fileURLToPath(new URL('../../../../', import.meta.url));
const CUSTOMER = fileURLToPath(new URL('../fixtures/customer-project', import.meta.url));
const ACCOUNTS = 450;

test('a project of a customer beside the installed package: its trigger enqueues, its own handler delivers', () => {
    const clock = new ManualClock(Date.parse('2026-03-15T00:00:00Z'));
    const managed = readProject(PACKAGE);
    const customer = readProject(CUSTOMER);
    const org = LocalOrg.create([managed, customer], {
        now: () => clock.now(),
        timeZone: 'GMT',
        edition: 'Enterprise Edition',
    });
    const schema = new ApexSchema(org.schema, 'en_US');
    const options = { cacheFolder: null, skipErrors: false, coverage: false, generators: false };
    const program = new ApexProgram([managed, customer], org.schema, schema, options);
    assert.deepEqual(program.errors, []);
    const runtime = new ApexRuntime({ org, program, clock });
    const { admin } = createUsers(org, 'GMT');
    const path = '/services/apexrest/swstudio/Sync/v1/StartSync';
    assert.equal(new ApexRest(runtime).request({ method: 'POST', path, userId: admin }).status, 200);

    const text = `List<Account> accounts = new List<Account>();
        for (Integer index = 0; index < ${ACCOUNTS}; index++) { accounts.add(new Account(Name = 'Account ' + index)); }
        insert accounts;
        update accounts;`;
    const result = new ApexAnonymous(runtime).execute(text, admin);
    assert.ok(result.success, JSON.stringify(result));
    assert.equal(queryRows(org, 'SELECT Id FROM swstudio__EventQueue__c').length, ACCOUNTS);
    runtime.jobs.runDue();

    assert.equal(queryRows(org, 'SELECT Id FROM swstudio__EventQueue__c').length, 0);
    assert.equal(queryRows(org, "SELECT Id FROM Contact WHERE LastName = 'Update'").length, ACCOUNTS);
});
