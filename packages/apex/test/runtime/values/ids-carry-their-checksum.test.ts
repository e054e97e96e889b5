import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id18, isValidId, restoreCasing, toId } from '../../../src/runtime/values/id.ts';
import { callMethod, callStatic, runAs } from '../library/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

test('the 18 character form adds a bit for each upper-case letter', () => {
    assert.equal(id18('001f400000R8snn'), '001f400000R8snnAAB');
    assert.equal(id18('8017a000002xIza'), '8017a000002xIzaAAE');
});

test('text of another form, or with another checksum, is no Id', () => {
    assert.ok(isValidId('001f400000R8snn'));
    assert.ok(isValidId('001f400000R8snnAAB'));
    assert.ok(!isValidId('001f400000R8snnAAC'));
    assert.ok(!isValidId('001f400000R8sn'));
    assert.ok(!isValidId('001f400000R8sn!'));
});

test('assigning text to an Id makes 18 characters of it or is refused', () => {
    assert.equal(toId('001f400000R8snn'), '001f400000R8snnAAB');
    assert.equal(toId(null), null);
    assert.equal(
        apexErrorOf(() => toId('bad')),
        'System.StringException: Invalid id: bad',
    );
});

test('lost case is restored from the checksum', () => {
    assert.equal(restoreCasing('001F400000r8SNNAAB'), '001f400000R8snnAAB');
    assert.equal(callStatic('Id', 'valueOf(String,Boolean)', '001F400000r8SNNAAB', true), '001f400000R8snnAAB');
    assert.match(
        apexErrorOf(() => restoreCasing('001f400000R8snn')),
        /^System\.StringException: Invalid id/,
    );
});

test('to15, and the type behind the key prefix', () => {
    assert.equal(callMethod('Id', 'to15()', '001f400000R8snnAAB'), '001f400000R8snn');
    runAs({ schema: { sobjectByKeyPrefix: () => undefined } });
    assert.match(
        apexErrorOf(() => callMethod('Id', 'getSobjectType()', '001f400000R8snnAAB')),
        /^System\.SObjectException: /,
    );
});
