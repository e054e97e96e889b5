import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ApexType } from '../../../src/runtime/apex-type.ts';
import type { ApexList } from '../../../src/runtime/collections/list.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { primitiveType } from '../../../src/runtime/types-registry.ts';
import { BoxedDouble } from '../../../src/runtime/values/double.ts';
import { fakeClass, type FakeClass } from '../../support/fake-class.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callStatic } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const double = primitiveType('Double');
const base = fakeClass('Base', {
    methods: { close: { key: 'close$', body: () => 'real close' } },
});
const service = fakeClass('Service', {
    superclass: base,
    methods: {
        scale: {
            key: 'scale$double$string',
            parameterTypes: [double, primitiveType('String')],
            parameterNames: ['factor', 'unit'],
            returnType: double,
            body: () => 1,
        },
        hidden: { key: 'hidden$', visibility: 'private', body: () => 'real hidden' },
    },
});

interface Call {
    readonly method: string;
    readonly types: string;
    readonly names: string;
    readonly values: ApexList;
}

function provider(answer: (call: Call) => unknown): object {
    return {
        handlemethodcall$object$string$type$list_type$list_string$list_object(
            _stub: object,
            method: string,
            _returns: ApexType | null,
            types: ApexList,
            names: ApexList,
            values: ApexList,
        ) {
            return answer({ method, types: apexToString(types), names: apexToString(names), values });
        },
    };
}

const stubOf = (type: FakeClass, answer: (call: Call) => unknown): Record<string, (...values: unknown[]) => unknown> =>
    callStatic('System.Test', 'createStub(Type,StubProvider)', ApexType.of(type.type), provider(answer)) as Record<
        string,
        (...values: unknown[]) => unknown
    >;

beforeEach(() => beginTransaction({ services: { test: {} } }));

test('the provider hears method, parameter types and names, and boxed values', () => {
    const calls: Call[] = [];
    const stub = stubOf(service, (call) => {
        calls.push(call);
        return new BoxedDouble(2.5);
    });
    assert.equal(stub['scale$double$string']?.(2, 'kg'), 2.5);
    const [call] = calls;
    assert.deepEqual([call?.method, call?.types, call?.names], ['scale', '(Double, String)', '(factor, unit)']);
    assert.ok(call?.values.items[0] instanceof BoxedDouble);
});

test('inherited methods are stubbed, private ones are not, and void answers are dropped', () => {
    const stub = stubOf(service, () => 'ignored');
    assert.equal(stub['close$']?.(), undefined);
    assert.equal(stub['hidden$']?.(), 'real hidden');
});

test('the generator shape asks the same provider', () => {
    const stub = stubOf(service, () => new BoxedDouble(1));
    const computation = stub['scale$double$string$$']?.(1, 'g') as Generator<unknown, unknown, void>;
    assert.deepEqual(computation.next(), { value: 1, done: true });
});

test('an answer of the wrong type is a TypeException', () => {
    const stub = stubOf(service, () => 'text');
    assert.equal(
        apexErrorOf(() => stub['scale$double$string']?.(1, 'g')),
        'System.TypeException: Invalid conversion from runtime type String to Double',
    );
});

test('a stub is an instance of its type, under the name that the platform gives', () => {
    const stub = stubOf(service, () => null);
    assert.ok(service.type.isInstance(stub));
    assert.ok(base.type.isInstance(stub));
    assert.equal(apexToString(stub), 'Service__sfdc_ApexStub:[]');
});

test('interfaces can be stubbed, library types cannot', () => {
    const contract = fakeClass('Contract', { kind: 'interface', methods: { go: { key: 'go$' } } });
    const stub = stubOf(contract, () => null);
    assert.equal(stub['go$']?.(), undefined);
    assert.ok(contract.type.isInstance(stub));
    const list = ApexType.of(primitiveType('String'));
    assert.match(
        apexErrorOf(() =>
            callStatic(
                'System.Test',
                'createStub(Type,StubProvider)',
                list,
                provider(() => null),
            ),
        ),
        /^System.TypeException/,
    );
});
