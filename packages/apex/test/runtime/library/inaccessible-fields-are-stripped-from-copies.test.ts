import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import { enumConstant } from '../../../src/runtime/enums.ts';
import type { DataObject } from '../../../src/runtime/library/data-object.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { sobjectType } from '../../../src/runtime/types-registry.ts';
import { ACCOUNT_ID, account, CONTACT_ID, contact } from '../../support/fake-schema.ts';
import { beginTransaction } from '../../support/fake-transaction.ts';
import { callStatic } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

function withAccess(readable: (field: string) => boolean, objects = true): void {
    beginTransaction({
        services: { access: { objectAccess: () => objects, fieldAccess: (_type, field) => readable(field) } },
    });
}

const person = (name: string): SObject => {
    const record = new SObject(contact);
    record.values[0] = CONTACT_ID;
    record.values[1] = name;
    return record;
};

function strip(records: SObject[], ...rest: unknown[]): DataObject {
    const signature = `stripInaccessible(AccessType,List<SObject>${rest.length > 0 ? ',Boolean' : ''})`;
    const list = ApexList.of(sobjectType('Contact'), records);
    return callStatic(
        'System.Security',
        signature,
        enumConstant('System.AccessType', 'READABLE'),
        list,
        ...rest,
    ) as DataObject;
}

test('fields without access are taken from copies, and the decision says which', () => {
    withAccess((field) => field !== 'LastName');
    const original = person('L');
    const decision = strip([original, new SObject(contact)]);
    const [copy] = (decision.get('records') as ApexList).items as SObject[];
    assert.deepEqual([copy?.values[1], copy?.id, original.values[1]], [undefined, CONTACT_ID, 'L']);
    assert.equal(apexToString(decision.get('removedFields')), '{Contact={LastName}}');
    assert.equal(apexToString(decision.get('modifiedIndexes')), '{0}');
});

test('parents are stripped too, and a lookup without access takes its parent away', () => {
    const withParent = (): SObject => {
        const record = person('L');
        const parent = new SObject(account);
        parent.values[0] = ACCOUNT_ID;
        parent.values[1] = 'Acme';
        record.parents = new Map([['account', parent]]);
        return record;
    };
    withAccess((field) => field !== 'Name');
    const [first] = (strip([withParent()]).get('records') as ApexList).items as SObject[];
    assert.deepEqual(
        [first?.parents?.get('account')?.values[1], first?.parents?.get('account')?.id],
        [undefined, ACCOUNT_ID],
    );
    withAccess((field) => field !== 'AccountId');
    const [second] = (strip([withParent()]).get('records') as ApexList).items as SObject[];
    assert.equal(second?.parents?.has('account'), false);
});

test('an object without access is refused unless that check is switched off', () => {
    withAccess(() => true, false);
    assert.equal(
        apexErrorOf(() => strip([person('L')])),
        'System.NoAccessException: No access to entity: Contact',
    );
    assert.equal((strip([person('L')], false).get('records') as ApexList).size(), 1);
});
