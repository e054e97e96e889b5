import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexType } from '../../../src/runtime/apex-type.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { fakeClass } from '../../support/fake-class.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callMethod, callStatic } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const store = new Map<string, unknown>();
const place = (scope: string, partition: string, key: string): string => `${scope}/${partition}/${key}`;

beforeEach(() => {
    store.clear();
    beginTransaction({
        services: {
            cache: {
                get: (scope, partition, key) => store.get(place(scope, partition, key)),
                put: (scope, partition, key, value, seconds) => {
                    store.set(
                        place(scope, partition, key),
                        seconds === null ? value : `${String(value)} for ${seconds}`,
                    );
                },
                remove: (scope, partition, key) => store.delete(place(scope, partition, key)),
                keys: () => [...store.keys()],
            },
        },
    });
});

test('static methods use the default partition, named ones their own', () => {
    callStatic('Cache.Org', 'put(String,Object)', 'a', 1);
    const partition = callStatic('Cache.Org', 'getPartition(String)', 'local.Sync');
    assert.equal(callMethod(partition, 'Cache.OrgPartition', 'get(String)', 'a'), null);
    callMethod(partition, 'Cache.OrgPartition', 'put(String,Object,Integer)', 'a', 2, 300);
    assert.deepEqual(
        [...store],
        [
            ['org//a', 1],
            ['org/local.Sync/a', '2 for 300'],
        ],
    );
    assert.equal(callStatic('Cache.Org', 'remove(String)', 'a'), true);
    assert.equal(callStatic('Cache.Org', 'contains(String)', 'a'), false);
});

test('a builder loads what is missing, once', () => {
    let loads = 0;
    const builder = fakeClass('Loader', {
        methods: { doLoad: { key: 'doload$string', body: (key) => `${String(key)}${++loads}` } },
    });
    const type = ApexType.of(builder.type);
    assert.equal(callStatic('Cache.Session', 'get(Type,String)', type, 'k'), 'k1');
    assert.equal(callStatic('Cache.Session', 'get(Type,String)', type, 'k'), 'k1');
    assert.equal(apexToString(callStatic('Cache.Session', 'getKeys()')), '{session//k}');
});

test('a key must be alphanumeric', () => {
    for (const key of ['with space', 'dash-ed', '']) {
        assert.match(
            apexErrorOf(() => callStatic('Cache.Org', 'get(String)', key)),
            /^Cache.InvalidParamException/,
        );
    }
});
