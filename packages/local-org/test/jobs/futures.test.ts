import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JobOrg } from '../support/job-org.ts';

const LATER = `public class Later {
    @future
    public static void write(String text, Integer whole, Long big, Double part, Decimal exact, Date day, List<Id> ids, Map<String, Boolean> flags) {
        Journal.write(text + ' ' + whole + ' ' + big + ' ' + part + ' ' + exact + ' ' + String.valueOf(day) + ' ' + ids.size() + ' ' + flags.get('a') + ' ' + System.isFuture());
    }
    @future
    public static void fail() {
        Journal.write('gone');
        throw new MathException('failed');
    }
}`;

test('a future call runs later with its arguments, in a transaction of its own', () => {
    const org = new JobOrg({
        classes: [LATER],
        scripts: {
            start: `Later.write('t', 1, 2L, Double.valueOf('3.5'), 4.50, Date.newInstance(2026, 1, 2), new List<Id>{ UserInfo.getUserId() }, new Map<String, Boolean>{ 'a' => true });
                Journal.write('before');`,
        },
    });
    org.run('start');
    assert.deepEqual(org.entries(), ['before']);
    const [job] = org.rows('SELECT JobType, MethodName, Status, ApexClass.Name FROM AsyncApexJob');
    assert.deepEqual(
        [job?.['JobType'], job?.['MethodName'], job?.['Status'], job?.['apexclass.Name']],
        ['Future', 'write', 'Queued', 'Later'],
    );
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['before', 't 1 2 3.5 4.50 2026-01-02 1 true true']);
});

test('a future call that fails is not tried again', () => {
    const org = new JobOrg({ classes: [LATER], scripts: { start: 'Later.fail();' } });
    org.run('start');
    org.jobs.runDue();
    const [job] = org.rows('SELECT Status, ExtendedStatus FROM AsyncApexJob');
    assert.deepEqual([job?.['Status'], job?.['ExtendedStatus']], ['Failed', 'First error: failed']);
    assert.equal(org.jobs.advance(24 * 3_600_000), 0);
    assert.deepEqual(org.entries(), []);
});
