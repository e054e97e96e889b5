import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg } from '../support/job-org.ts';
import { apexMessage } from '../support/service-org.ts';

const message = `Messaging.SingleEmailMessage message = new Messaging.SingleEmailMessage();
    message.setToAddresses(new List<String>{ 'ann@example.com' });
    message.setSubject('Stopped');
    message.setPlainTextBody('The queue stopped.');`;
const scripts = {
    sendOne: `${message} Messaging.sendEmail(new List<Messaging.Email>{ message });`,
    sendAndFail: `${message} Messaging.sendEmail(new List<Messaging.Email>{ message }); throw new QueryException('no');`,
    sendEleven: `${message} for (Integer i = 0; i < 11; i++) { Messaging.sendEmail(new List<Messaging.Email>{ message }); }`,
    sendWrong: `${message} message.setToAddresses(new List<String>{ 'nobody' });
        Messaging.sendEmail(new List<Messaging.Email>{ message });`,
    sendThenCall: `${message} Messaging.sendEmail(new List<Messaging.Email>{ message }); new Http().send(new HttpRequest());`,
};

test('an email of a committed transaction lies in the outbox', () => {
    const org = new JobOrg({ scripts });
    org.run('sendOne');
    const sent = org.org.services.outbox.emails.map(({ to, subject, plainTextBody }) => ({
        to,
        subject,
        plainTextBody,
    }));
    assert.deepEqual(sent, [{ to: ['ann@example.com'], subject: 'Stopped', plainTextBody: 'The queue stopped.' }]);
});

test('a transaction that fails sends nothing', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('sendAndFail'));
    assert.deepEqual(org.org.services.outbox.emails, []);
});

test('the eleventh call of sendEmail is refused', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('sendEleven'), /Too many Email Invocations: 11/);
});

test('what is no email address is refused', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('sendWrong'), apexMessage(/INVALID_EMAIL_ADDRESS/));
});

test('an email that waits for the commit stands in the way of callouts', () => {
    const org = new JobOrg({ scripts });
    assert.throws(() => org.run('sendThenCall'), apexMessage(/uncommitted work pending/));
});
