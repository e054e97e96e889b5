import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assertNamed, fixturesOf, runOnFixture } from '../fixture.ts';
import type { Fault } from '../gate.ts';
import { apexSecurity } from './gate.ts';

const fixture = fixturesOf(import.meta.dirname);
const folder = 'force-app/main/default/classes';

describe('the Apex security gate names', () => {
    let faults: Fault[];

    before(async () => {
        ({ faults } = await runOnFixture(apexSecurity, fixture('faulty')));
    });

    const cases = [
        { file: 'InjectedFinder.cls', line: 5, rule: 'ApexSOQLInjection', message: /untrusted\/unescaped variables/ },
        { file: 'UnsharedFinder.cls', line: 1, rule: 'ApexSharingViolations', message: /sharing/ },
        { file: 'Quiet.cls', line: 5, rule: 'EmptyCatchBlock', message: /empty catch/i },
        { file: 'AccountSaver.cls', line: 4, rule: 'OperationWithLimitsInLoop', message: /loop/ },
        { file: 'SWJobGetTags.cls', line: 2, rule: 'QueueableWithoutFinalizer', message: /Finalizer/ },
        { file: 'AccountWriter.cls', line: 4, rule: 'ApexCRUDViolation', message: /CRUD/ },
    ];
    for (const { file, line, rule, message } of cases) {
        it(`${rule} within a class`, () => assertNamed(faults, { file: `${folder}/${file}`, line, rule, message }));
    }

    it('ApexFlsViolation across classes, with the entry point that leads to it', () =>
        assertNamed(faults, {
            file: `${folder}/AccountWriter.cls`,
            line: 4,
            rule: 'ApexFlsViolation',
            message: /\[INSERT\] operation on \[Account\].*from AccountController\.create/,
        }));
});

it('a class that does not parse is named with its line', async () => {
    const { faults } = await runOnFixture(apexSecurity, fixture('syntax'));
    assertNamed(faults, {
        file: `${folder}/Reader.cls`,
        line: 3,
        rule: 'not-parsed',
        message: /Unexpected token 'map'/,
    });
});

it('Apex that checks access passes', async () => {
    const { faults } = await runOnFixture(apexSecurity, fixture('clean'));
    assert.deepEqual(faults, []);
});
