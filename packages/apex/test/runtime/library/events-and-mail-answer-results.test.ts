import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../src/runtime/collections/list.ts';
import type { DataObject } from '../../../src/runtime/library/data-object.ts';
import { SObject } from '../../../src/runtime/sobject/sobject.ts';
import { apexToString } from '../../../src/runtime/to-string.ts';
import { instanceOf } from '../../../src/runtime/casts.ts';
import { namedType, sobjectType } from '../../../src/runtime/types-registry.ts';
import { account, fakeObject } from '../../support/fake-schema.ts';
import { beginTransaction, failure, success } from '../../support/fake-transaction.ts';
import { callMethod, callStatic, construct } from '../../support/library-calls.ts';
import { apexErrorOf } from '../apex-errors.ts';

const event = fakeObject('Sync__e', { kind: 'platformEvent', fields: { Reason__c: 'string' } });

test('publishing answers a result per event and never throws for rejected ones', () => {
    const transaction = beginTransaction();
    transaction.database.outcomes = [success('e01000000000001AAA'), failure('LIMIT_EXCEEDED', 'no more')];
    const events = ApexList.of(sobjectType('Sync__e'), [new SObject(event), new SObject(event)]);
    const results = callStatic('System.EventBus', 'publish(List<SObject>)', events) as ApexList;
    assert.deepEqual(
        results.items.map((result) => (result as DataObject).get('success')),
        [true, false],
    );
    assert.equal(transaction.database.published.length, 2);
});

test('a record that is no event cannot be published, and no events are no work', () => {
    const transaction = beginTransaction();
    assert.match(
        apexErrorOf(() => callStatic('System.EventBus', 'publish(SObject)', new SObject(account))),
        /^System.UnexpectedException/,
    );
    const none = callStatic('System.EventBus', 'publish(List<SObject>)', new ApexList(sobjectType('SObject')));
    assert.equal((none as ApexList).size(), 0);
    assert.equal(transaction.database.published.length, 0);
});

test('an event trigger reads and sets its checkpoint', () => {
    const subscription = { retries: 1, lastError: 'again', resumeCheckpoint: null as string | null };
    beginTransaction({ services: { events: { triggerContext: () => subscription } } });
    const context = callStatic('EventBus.TriggerContext', 'currentContext()');
    callMethod(context, 'EventBus.TriggerContext', 'setResumeCheckpoint(String)', '42');
    assert.equal(subscription.resumeCheckpoint, '42');
});

const mail = (): DataObject => {
    const message = construct('Messaging.SingleEmailMessage', 'new()') as DataObject;
    callMethod(message, 'Messaging.Email', 'setSubject(String)', 'Hello');
    return message;
};

test('mail goes to the org with what code set on it, and messages are emails', () => {
    const sent: DataObject[] = [];
    beginTransaction({
        services: {
            mail: {
                *send(messages) {
                    sent.push(...messages);
                    yield { kind: 'enqueue', detail: 'mail' };
                    return messages.map(() => ({ success: true, errors: [] }));
                },
            },
        },
    });
    const messages = ApexList.of(namedType('Messaging.SingleEmailMessage'), [mail()]);
    const results = callStatic('System.Messaging', 'sendEmail(List<Messaging.Email>)', messages) as ApexList;
    assert.equal(callMethod(results.items[0], 'Messaging.SendEmailResult', 'isSuccess()'), true);
    assert.equal(sent[0]?.get('subject'), 'Hello');
    assert.equal(instanceOf(sent[0], namedType('Messaging.Email')), true);
});

test('refused mail is an EmailException unless part may fail', () => {
    beginTransaction({
        services: {
            mail: {
                *send() {
                    yield { kind: 'enqueue', detail: 'mail' };
                    const error = {
                        statusCode: 'NO_MASS_MAIL_PERMISSION',
                        message: 'not enabled',
                        targetObjectId: null,
                    };
                    return [{ success: false, errors: [error] }];
                },
            },
        },
    });
    const messages = ApexList.of(namedType('Messaging.Email'), [mail()]);
    assert.equal(
        apexErrorOf(() => callStatic('System.Messaging', 'sendEmail(List<Messaging.Email>)', messages)),
        'System.EmailException: SendEmail failed. First exception on row 0; first error: ' +
            'NO_MASS_MAIL_PERMISSION, not enabled: []',
    );
    const signature = 'sendEmail(List<Messaging.Email>,Boolean)';
    const results = callStatic('System.Messaging', signature, messages, false) as ApexList;
    const errors = (results.items[0] as DataObject).get('errors') as ApexList;
    assert.equal(apexToString((errors.items[0] as DataObject).get('statusCode')), 'NO_MASS_MAIL_PERMISSION');
});
