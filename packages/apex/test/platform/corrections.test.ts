import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correct, corrections, type Correction } from '../../src/platform/corrections/index.ts';
import { findPlatformType, platformNamespaces, typesOf } from '../../src/platform/index.ts';

const table = { Level: { kind: 'enum', constants: ['A', 'B'] }, Box: { methods: ['Integer size()'] } } as const;

function apply(correction: Omit<Correction, 'reason'>): unknown {
    return correct('Demo', table, [{ reason: 'a test', ...correction }]);
}

test('a correction adds to the table, removes from it and leaves the rest alone', () => {
    assert.deepEqual(apply({ type: 'Demo.Box', remove: ['Integer size()'], add: { methods: ['Long size()'] } }), {
        Level: table.Level,
        Box: { methods: ['Long size()'] },
    });
    assert.deepEqual(apply({ type: 'Other.Box', remove: ['Integer size()'] }), table);
});

test('a correction that the table has caught up with is refused', () => {
    assert.throws(
        () => apply({ type: 'Demo.Box', add: { methods: ['Integer size()'] } }),
        /has "Integer size\(\)" already/,
    );
    assert.throws(() => apply({ type: 'Demo.Box', remove: ['Long size()'] }), /has no "Long size\(\)"/);
});

test('an order of constants must not lose one', () => {
    assert.throws(() => apply({ type: 'Demo.Level', constants: ['B'] }), /leaves out A/);
});

test('every correction applies to a type of the tables', () => {
    for (const namespace of platformNamespaces()) typesOf(namespace); // throws when a correction does not fit its table
    for (const { type } of corrections) {
        const dot = type.indexOf('.');
        assert.ok(findPlatformType(type.slice(0, dot), type.slice(dot + 1)), type);
    }
});

test('enums that code compares by ordinal have the order of the platform', () => {
    const levels = findPlatformType('System', 'LoggingLevel')?.enumConstants ?? [];
    assert.equal(levels.indexOf('FINEST'), 2);
    assert.equal(levels.indexOf('ERROR'), 8);
    assert.equal(findPlatformType('System', 'TriggerOperation')?.enumConstants[0], 'BEFORE_INSERT');
});

test('only open classes can be extended, and results of the platform cannot be constructed', () => {
    assert.equal(findPlatformType('System', 'Exception')?.virtual, true);
    assert.equal(findPlatformType('System', 'DmlException')?.virtual, false);
    assert.deepEqual(findPlatformType('Database', 'SaveResult')?.constructors, []);
    assert.equal(findPlatformType('System', 'HttpRequest')?.constructors.length, 1);
});
