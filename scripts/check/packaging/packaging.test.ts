import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertOnlyFault, fixturesOf, runOnFixture } from '../fixture.ts';
import { packaging } from './gate.ts';

const fixture = fixturesOf(import.meta.dirname);

describe('the packaging gate names', () => {
    it('a file that the converter would leave out', () =>
        assertOnlyFault(packaging, fixture('dropped-file'), {
            file: 'force-app/main/default/classes/Greeter.cls',
            line: 0,
            rule: 'dropped-file',
            message: /would not be deployed \(is its -meta.xml missing\?\)/,
        }));

    it('a folder that holds no known kind of metadata', () =>
        assertOnlyFault(packaging, fixture('unknown-folder'), {
            file: 'force-app/main/default/widgets/Greeting.widget-meta.xml',
            line: 0,
            rule: 'not-convertible',
            message: /Greeting\.widget-meta\.xml.*Could not infer a metadata type/,
        }));

    it('a component that exists twice', () =>
        assertOnlyFault(packaging, fixture('duplicate'), {
            file: 'force-app/test/default/classes/Greeter.cls-meta.xml',
            line: 0,
            rule: 'duplicate-component',
            message: /ApexClass:Greeter is also in force-app\/main\/default\/classes\/Greeter.cls-meta.xml/,
        }));

    it('a component that does not arrive under its name', () =>
        assertOnlyFault(packaging, fixture('lost-component'), {
            file: 'force-app/main/default/objects/Greeting__c/fields/Text__c.field-meta.xml',
            line: 0,
            rule: 'lost-component',
            message: /CustomField:Greeting__c\.Text__c is in the source and not in what is deployed/,
        }));
});

it('a source tree converts, and what .forceignore names is left out on purpose', async () => {
    const { faults, examined } = await runOnFixture(packaging, fixture('converted'));
    assert.deepEqual(faults, []);
    assert.equal(examined, '5 files');
});
