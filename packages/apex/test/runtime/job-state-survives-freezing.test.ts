import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexList } from '../../src/runtime/collections/list.ts';
import { ApexMap } from '../../src/runtime/collections/map.ts';
import { ApexSet } from '../../src/runtime/collections/set.ts';
import { enumConstant } from '../../src/runtime/enums.ts';
import { equalsMethod } from '../../src/runtime/equality.ts';
import { newApexException, type ApexException } from '../../src/runtime/exceptions.ts';
import { freeze, thaw, type FrozenState } from '../../src/runtime/frozen-state.ts';
import { HttpRequest } from '../../src/runtime/http/http-request.ts';
import { SObjectTypeToken } from '../../src/runtime/schema/sobject-type-token.ts';
import { SObject } from '../../src/runtime/sobject/sobject.ts';
import { apexToString } from '../../src/runtime/to-string.ts';
import { anyType, listType, primitiveType, setType, sobjectType } from '../../src/runtime/types-registry.ts';
import { ApexBlob } from '../../src/runtime/values/blob.ts';
import { ApexDate } from '../../src/runtime/values/date.ts';
import { ApexDatetime } from '../../src/runtime/values/datetime.ts';
import { Decimal } from '../../src/runtime/values/decimal.ts';
import { BoxedDouble } from '../../src/runtime/values/double.ts';
import { ApexTime } from '../../src/runtime/values/time.ts';
import { fakeClass } from '../support/fake-class.ts';
import { ACCOUNT_ID, account, contact } from '../support/fake-schema.ts';
import { beginTransaction, NOW } from '../support/fake-transaction.ts';
import { apexErrorOf } from './apex-errors.ts';

const job = fakeClass('Outer.Job', {
    fields: {
        name: { type: primitiveType('String') },
        rate: { type: primitiveType('Double') },
        items: { type: listType(anyType) },
        cache: { transient: true },
        self: {},
    },
});

beforeEach(() => beginTransaction({ classes: [job.type] }));

/** Through text, as a store keeps it. */
function roundTrip(value: unknown): unknown {
    return thaw(JSON.parse(JSON.stringify(freeze(value))) as FrozenState);
}

test('values of every kind come back equal', () => {
    const values = [
        null,
        true,
        -1,
        9007199254740993n,
        new BoxedDouble(0.1),
        new BoxedDouble(Infinity),
        Decimal.literal('1.50'),
        'text',
        ApexDate.of(2026, 3, 1),
        new ApexDatetime(NOW),
        ApexTime.of(1, 2, 3, 4),
        ApexBlob.ofText('é'),
        enumConstant('System.LoggingLevel', 'WARN'),
        SObjectTypeToken.of(account),
    ];
    const list = ApexList.of(anyType, values);
    const thawed = roundTrip(list) as ApexList;
    values.forEach((value, index) => assert.ok(equalsMethod(value, thawed.items[index]), apexToString(value)));
    assert.equal(apexToString(thawed.items[6]), '1.50', 'a Decimal keeps its scale');
});

test('collections keep their types, order and nesting', () => {
    const text = primitiveType('String');
    const inner = ApexSet.of(text, ['b', 'a']);
    const map = ApexMap.of(setType(text), listType(text), [[inner, ApexList.of(text, ['x'])]]);
    const thawed = roundTrip(map) as ApexMap;
    assert.equal(thawed.$type.name, 'Map<Set<String>,List<String>>');
    assert.equal(apexToString(thawed.get(ApexSet.of(text, ['a', 'b']))), '(x)');
});

test('objects keep their fields; transient ones are null, Doubles stay bare', () => {
    const thawed = roundTrip(job.create({ name: 'n', rate: 2, cache: 'lost' })) as Record<string, unknown>;
    assert.deepEqual([thawed['name'], thawed['rate'], thawed['cache']], ['n', 2, null]);
    assert.ok(job.type.isInstance(thawed));
});

test('shared references stay shared and cycles stay cycles', () => {
    const shared = ApexList.of(anyType, [1]);
    const object = job.create({ items: ApexList.of(anyType, [shared, shared]) });
    object['self'] = object;
    const thawed = roundTrip(object) as Record<string, unknown>;
    assert.equal(thawed['self'], thawed);
    const [first, second] = (thawed['items'] as ApexList).items;
    assert.equal(first, second);
});

test('records keep unset, null and set fields apart, and what they relate to', () => {
    const parent = new SObject(account);
    parent.values[0] = ACCOUNT_ID;
    const record = new SObject(contact);
    record.values[1] = null;
    record.queried = true;
    record.parents = new Map([['account', parent]]);
    const thawed = (roundTrip(ApexList.of(sobjectType('Contact'), [record])) as ApexList).items[0] as SObject;
    assert.deepEqual([thawed.values[0], thawed.values[1], thawed.queried], [undefined, null, true]);
    assert.equal(thawed.parents?.get('account')?.id, ACCOUNT_ID);
});

test('exceptions keep type, message and cause', () => {
    const exception = newApexException('System.DmlException', 'outer');
    exception.cause = newApexException('System.MathException', 'inner');
    const thawed = roundTrip(exception) as ApexException;
    assert.equal(apexToString(thawed), 'System.DmlException: outer');
    assert.equal(apexToString(thawed.cause), 'System.MathException: inner');
});

test('freezing takes the state of that moment', () => {
    const list = ApexList.of(anyType, [1]);
    const frozen = freeze(list);
    list.add(2);
    assert.equal(apexToString(thaw(frozen)), '(1)');
});

test('what cannot be kept is refused by name', () => {
    assert.equal(
        apexErrorOf(() => freeze(job.create({ self: new HttpRequest() }))),
        'System.SerializationException: Not Serializable: System.HttpRequest',
    );
});

test('a class that is gone is named; fields that are gone are dropped and new ones keep their defaults', () => {
    const frozen = freeze(job.create({ name: 'n', rate: 1 }));
    beginTransaction();
    assert.equal(
        apexErrorOf(() => thaw(frozen)),
        'System.SerializationException: Type no longer exists: Outer.Job',
    );
    const changed = fakeClass('Outer.Job', { fields: { name: {}, added: { initial: 5 } } });
    beginTransaction({ classes: [changed.type] });
    assert.equal(apexToString(thaw(frozen)), 'Job:[name=n, added=5]');
});
