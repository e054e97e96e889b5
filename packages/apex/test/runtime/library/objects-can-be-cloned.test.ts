import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { anyType } from '../../../src/runtime/types-registry.ts';
import { fakeClass } from '../../support/fake-class.ts';
import { callMethod } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const clone = (object: unknown): Record<string, unknown> =>
    callMethod(object, 'System.Object', 'clone()') as Record<string, unknown>;

test('a clone has the class and the fields of the original, and shares what they hold', () => {
    const job = fakeClass('Job', { fields: { name: {}, items: {} } });
    const original = job.create({ name: 'a', items: new ApexList(anyType) });
    const copy = clone(original);
    copy['name'] = 'b';
    assert.equal(original['name'], 'a');
    assert.equal(copy['items'], original['items']);
    assert.ok(job.type.isInstance(copy));
});

test('null cannot be cloned', () => {
    assert.match(
        apexErrorOf(() => clone(null)),
        /^System.NullPointerException/,
    );
});
