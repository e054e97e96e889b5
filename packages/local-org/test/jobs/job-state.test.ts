import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg } from '../support/job-org.ts';

test('a job has the fields of the moment when it was enqueued; transient ones are null, statics are new', () => {
    const org = new JobOrg({
        classes: [
            `public class Stateful implements Queueable {
                public static Integer counter = 0;
                public String text = 'default';
                public transient String gone = 'gone';
                public final Integer fixed;
                public List<Stateful> friends = new List<Stateful>();
                public Account record;
                public Stateful(Integer fixed) { this.fixed = fixed; counter++; }
                public void execute(QueueableContext context) {
                    Journal.write(text + ' ' + gone + ' ' + fixed + ' ' + (friends[0] === this) + ' ' + record.Name + ' ' + counter);
                }
            }`,
        ],
        scripts: {
            start: `Stateful job = new Stateful(7);
                job.text = 'enqueued';
                job.friends.add(job);
                job.record = new Account(Name = 'A');
                System.enqueueJob(job);
                job.text = 'changed';
                job.record.Name = 'B';`,
        },
    });
    org.run('start');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['enqueued null 7 true A 0']);
});

test('a job that holds what cannot be kept is refused', () => {
    const org = new JobOrg({
        classes: [
            `public class Holding implements Queueable {
                private HttpRequest request = new HttpRequest();
                public void execute(QueueableContext context) { }
            }`,
        ],
        scripts: { start: 'System.enqueueJob(new Holding());' },
    });
    assert.throws(() => org.run('start'), { message: 'Not Serializable: System.HttpRequest' });
});

test('a job runs as the user who enqueued it', () => {
    const org = new JobOrg({
        classes: [
            `public class Who implements Queueable {
                public void execute(QueueableContext context) { Journal.write(UserInfo.getUserId()); }
            }`,
        ],
        scripts: {
            user: `insert new User(LastName = 'Other', Username = 'other@local.example.com', Email = 'o@example.com', Alias = 'other',
                ProfileId = UserInfo.getProfileId(), TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');`,
            start: 'System.enqueueJob(new Who());',
        },
    });
    org.run('user');
    const other = org.rows("SELECT Id FROM User WHERE LastName = 'Other'")[0]?.['Id'] as string;
    org.run('start', other);
    org.jobs.runDue();
    assert.deepEqual(org.entries(), [other]);
    assert.equal(org.rows('SELECT CreatedById FROM AsyncApexJob')[0]?.['CreatedById'], other);
});

test('what a job runs as is told by System and Request', () => {
    const org = new JobOrg({
        classes: [
            `public class Kind implements Queueable, Schedulable {
                public void execute(QueueableContext context) { tell(); }
                public void execute(SchedulableContext context) { tell(); System.enqueueJob(this); }
                public static void tell() {
                    Journal.write(Request.getCurrent().getQuiddity() + ' ' + System.isQueueable() + ' ' + System.isScheduled() + ' ' + System.isBatch() + ' ' + System.isFuture());
                }
            }`,
        ],
        scripts: { start: `System.schedule('kind', '0 0 1 * * ?', new Kind());` },
    });
    org.run('start');
    org.jobs.advance(3_600_000);
    assert.deepEqual(org.entries(), ['SCHEDULED false true false false', 'QUEUEABLE true false false false']);
});
