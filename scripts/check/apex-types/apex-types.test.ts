import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertOnlyFault, fixturesOf, runOnFixture } from '../fixture.ts';
import { apexTypes } from './gate.ts';

const fixture = fixturesOf(import.meta.dirname);
const file = 'force-app/main/default/classes/Greeter.cls';

describe('the Apex type gate names', () => {
    it('an Integer assigned to a String', () =>
        assertOnlyFault(apexTypes, fixture('wrong-type'), {
            file,
            line: 3,
            rule: 'error',
            message: /Incompatible types in assignment, from 'System.Integer' to 'System.String'/,
        }));

    it('a method that the platform does not have', () =>
        assertOnlyFault(apexTypes, fixture('unknown-method'), {
            file,
            line: 3,
            rule: 'missing',
            message: /No matching method found for 'enqueueJobb' on 'System.System'/,
        }));

    it('a field that the package does not have', () =>
        assertOnlyFault(apexTypes, fixture('unknown-field'), {
            file,
            line: 3,
            rule: 'missing',
            message: /Unknown field 'Texxt__c' on SObject 'Schema.swstudio__Greeting__c'/,
        }));
});

it('a hierarchy setting has an owner', async () => {
    const { faults } = await runOnFixture(apexTypes, fixture('setting-owner'));
    assert.deepEqual(faults, []);
});

it('a project without Apex passes without Java', async () => {
    const { faults, examined } = await runOnFixture(apexTypes, fixture('no-apex'));
    assert.deepEqual({ faults, examined }, { faults: [], examined: '0 classes and triggers' });
});
