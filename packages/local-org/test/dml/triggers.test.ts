import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LimitError, newApexException } from '@sw-studio/apex/runtime';
import { plain, Shop } from '../support/shop.ts';
import { TriggerProbe, uncaught } from '../support/trigger-probe.ts';

const shop = new Shop();
const slotOf = (object: string, field: string): number => shop.org.schema.require(object).field(field)?.slot as number;

test('before triggers change what is saved, in every field they may write', () => {
    const triggers = new TriggerProbe().on('Account', 'BEFORE_INSERT', ({ newRecords }) => {
        for (const record of newRecords ?? []) record.values[slotOf('Account', 'Region__c')] = 'North';
    });
    const transaction = shop.open({ triggers });
    const record = transaction.record('Account', { Name: 'Acme' });
    transaction.run('insert', [record]);
    assert.deepEqual(transaction.rows('SELECT Name, Region__c FROM Account'), [{ Name: 'Acme', Region__c: 'North' }]);
    assert.deepEqual(plain(record), { Name: 'Acme' }, 'the record of the caller gets its id and nothing else');
});

test('a before insert sees defaults and no id, an after insert the saved row, read-only', () => {
    const seen: unknown[] = [];
    const triggers = new TriggerProbe()
        .on('Invoice__c', 'BEFORE_INSERT', ({ newRecords, oldRecords }) => {
            const [record] = newRecords ?? [];
            seen.push(record?.id, record?.values[slotOf('Invoice__c', 'Status__c')], record?.readOnly, oldRecords);
        })
        .on('Invoice__c', 'AFTER_INSERT', ({ newRecords }) => {
            const [record] = newRecords ?? [];
            seen.push(record?.id !== null, record?.values[slotOf('Invoice__c', 'Name')], record?.readOnly);
        });
    const transaction = shop.open({ triggers });
    transaction.insertOne('Invoice__c', {});
    assert.deepEqual(seen.slice(0, 5), [null, 'Draft', false, null, true]);
    assert.match(String(seen[5]), /^INV-2026-\d{4}$/);
    assert.equal(seen[6], true);
});

test('an update shows old and new side by side', () => {
    const seen: unknown[] = [];
    const triggers = new TriggerProbe().on('Account', 'AFTER_UPDATE', ({ newRecords, oldRecords }) => {
        const slot = slotOf('Account', 'Name');
        seen.push(oldRecords?.[0]?.values[slot], newRecords?.[0]?.values[slot], oldRecords?.[0]?.readOnly);
    });
    const transaction = shop.open({ triggers });
    const id = transaction.insertOne('Account', { Name: 'Before' });
    transaction.update('Account', id, { Name: 'After' });
    assert.deepEqual(seen, ['Before', 'After', true]);
});

test('triggers fire in chunks of 200', () => {
    const triggers = new TriggerProbe().on('Account', 'BEFORE_INSERT').on('Account', 'AFTER_INSERT');
    const transaction = shop.open({ triggers });
    transaction.insert('Account', ...Array.from({ length: 450 }, (_, index) => ({ Name: `A${index}` })));
    assert.deepEqual(triggers.fired, [
        'BEFORE_INSERT Account 200',
        'AFTER_INSERT Account 200',
        'BEFORE_INSERT Account 200',
        'AFTER_INSERT Account 200',
        'BEFORE_INSERT Account 50',
        'AFTER_INSERT Account 50',
    ]);
});

test('addError refuses its row, with the field it was put on', () => {
    const triggers = new TriggerProbe().on('Account', 'BEFORE_INSERT', ({ newRecords }) => {
        for (const record of newRecords ?? []) record.errors = [{ message: 'Not today', field: 'Name', escape: true }];
    });
    assert.equal(
        shop.open({ triggers }).refusal('insert', 'Account', { Name: 'Acme' }),
        'FIELD_CUSTOM_VALIDATION_EXCEPTION, Not today: [Name]',
    );
});

test('addError on an old record stops a deletion', () => {
    const triggers = new TriggerProbe().on('Account', 'BEFORE_DELETE', ({ oldRecords, newRecords }) => {
        assert.equal(newRecords, null);
        for (const record of oldRecords ?? []) record.errors = [{ message: 'Keep it', field: null, escape: true }];
    });
    const transaction = shop.open({ triggers });
    const id = transaction.insertOne('Account', { Name: 'Acme' });
    assert.equal(transaction.refusal('delete', 'Account', {}, id), 'FIELD_CUSTOM_VALIDATION_EXCEPTION, Keep it: []');
    assert.equal(transaction.count('Account'), 1);
});

test('an exception that leaves a trigger refuses every row of the firing', () => {
    const triggers = new TriggerProbe().on('Account', 'BEFORE_INSERT', () =>
        uncaught(
            'AccountTrigger',
            'BEFORE_INSERT',
            newApexException('System.NullPointerException', 'Attempt to de-reference a null object'),
        ),
    );
    const transaction = shop.open({ triggers });
    const records = ['A', 'B'].map((Name) => transaction.record('Account', { Name }));
    const outcomes = transaction.run('insert', records, { allOrNone: false });
    assert.deepEqual(
        outcomes.map(({ errors }) => errors[0]?.message),
        Array(2).fill(
            'AccountTrigger: execution of BeforeInsert\n\ncaused by: System.NullPointerException: Attempt to de-reference a null object',
        ),
    );
    assert.equal(outcomes[0]?.errors[0]?.statusCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
});

test('a limit error passes through, and what the statement did is gone', () => {
    const triggers = new TriggerProbe().on('Account', 'AFTER_INSERT', () => {
        throw new LimitError('Too many SOQL queries: 101');
    });
    const transaction = shop.open({ triggers });
    assert.throws(() => transaction.insert('Account', { Name: 'Acme' }), /Too many SOQL queries: 101/);
    assert.equal(transaction.count('Account'), 0);
});

test('without all or none, triggers fire again for the good rows alone', () => {
    const triggers = new TriggerProbe()
        .on('Account', 'BEFORE_INSERT', ({ newRecords }) => {
            for (const record of newRecords ?? []) {
                const name = String(record.values[slotOf('Account', 'Name')]);
                if (name === 'bad') record.errors = [{ message: 'bad', field: null, escape: true }];
            }
        })
        .on('Account', 'AFTER_INSERT');
    const transaction = shop.open({ triggers });
    const records = ['good', 'bad', 'fine'].map((Name) => transaction.record('Account', { Name }));
    const outcomes = transaction.run('insert', records, { allOrNone: false });
    assert.deepEqual(
        outcomes.map(({ success }) => success),
        [true, false, true],
    );
    assert.deepEqual(triggers.fired, [
        'BEFORE_INSERT Account 3',
        'AFTER_INSERT Account 2',
        'BEFORE_INSERT Account 2',
        'AFTER_INSERT Account 2',
    ]);
    assert.equal(transaction.count('Account'), 2);
});

test('rows that keep failing in new attempts fail the whole chunk at the third', () => {
    let attempts = 0;
    const triggers = new TriggerProbe().on('Account', 'BEFORE_INSERT', ({ newRecords }) => {
        attempts++;
        const [first] = newRecords ?? [];
        if (first !== undefined) first.errors = [{ message: 'the first is always wrong', field: null, escape: true }];
    });
    const transaction = shop.open({ triggers });
    const records = ['A', 'B', 'C', 'D', 'E'].map((Name) => transaction.record('Account', { Name }));
    const outcomes = transaction.run('insert', records, { allOrNone: false });
    assert.equal(attempts, 3);
    assert.deepEqual(
        outcomes.map(({ errors }) => errors[0]?.message),
        [
            ...Array<string>(3).fill('the first is always wrong'),
            ...Array<string>(2).fill('Too many batch retries in the presence of Apex triggers and partial failures.'),
        ],
    );
    assert.equal(transaction.count('Account'), 0);
});

test('triggers that fire each other stop 16 deep', () => {
    const triggers: TriggerProbe = new TriggerProbe().on('Account', 'AFTER_INSERT', function* () {
        const outcomes = yield* transaction.statement('insert', [transaction.record('Account', { Name: 'again' })]);
        const [error] = outcomes[0]?.errors ?? [];
        if (error !== undefined)
            uncaught('AccountTrigger', 'AFTER_INSERT', newApexException('System.DmlException', error.message));
    });
    const transaction = shop.open({ triggers });
    const refusal = transaction.refusal('insert', 'Account', { Name: 'first' });
    assert.match(refusal, /maximum trigger depth exceeded\nAccount trigger event AfterInsert for \[001/);
    assert.equal(triggers.fired.length, 16);
    assert.equal(transaction.count('Account'), 0);
});
