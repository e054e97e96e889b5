import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventOrg, publish } from '../support/event-org.ts';

const scripts = { publish: publish('Order__e', 1, 4), more: publish('Order__e', 5) };

/** A trigger whose loop body has `event`, its `number`, and `context` at hand. */
function trigger(body: string): string {
    return `trigger OrderTrigger on Order__e (after insert) {
        EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
        for (Order__e event : Trigger.new) {
            Integer eventNumber = event.Number__c.intValue();
            ${body}
        }
    }`;
}

const WRITE = `insert new Entry__c(Detail__c = '' + eventNumber);`;

test('an exception that is not caught keeps what was saved before it; the rest of the batch is lost', () => {
    const org = new EventOrg({
        triggers: [trigger(`if (eventNumber == 3) { throw new MathException('bad order'); } ${WRITE}`)],
        scripts,
    });
    const said: string[] = [];
    org.jobs.onLog = (message) => said.push(message);
    org.runAll('publish', 'more');
    org.runAll('more');
    assert.deepEqual(org.entries(), ['1', '2', '5']);
    assert.equal(org.subscriber()['Status'], 'Running');
    assert.deepEqual(said, ['Trigger OrderTrigger: bad order']);
});

test('so does a limit exception', () => {
    const org = new EventOrg({
        triggers: [
            trigger(
                `if (eventNumber == 3) { for (Integer i = 0; i < 200; i++) { Database.setSavepoint(); } } ${WRITE}`,
            ),
        ],
        scripts,
    });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['1', '2']);
    assert.equal(org.subscriber()['Position'], 4);
});

test('behind a checkpoint nothing is lost', () => {
    const org = new EventOrg({
        triggers: [
            trigger(`if (eventNumber == 3 && [SELECT COUNT() FROM Entry__c] == 2 && Trigger.size == 4) {
                throw new MathException('once');
            }
            ${WRITE}
            context.setResumeCheckpoint(event.ReplayId);`),
        ],
        scripts,
    });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['1', '2', '3', '4']);
});

test('a trigger that leaves its batch early is given the rest by itself', () => {
    const org = new EventOrg({
        triggers: [
            trigger(`${WRITE}
            context.setResumeCheckpoint(event.ReplayId);
            if (eventNumber == 2) { insert new Entry__c(Detail__c = 'pause'); break; }`),
        ],
        scripts,
    });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['1', '2', 'pause', '3', '4']);
});

test('a checkpoint that is no event of the batch is refused', () => {
    const org = new EventOrg({
        triggers: [
            trigger(`try { context.setResumeCheckpoint('99'); }
            catch (EventBus.InvalidReplayIdException e) { insert new Entry__c(Detail__c = 'refused'); break; }`),
        ],
        scripts,
    });
    org.runAll('publish');
    assert.deepEqual(org.entries(), ['refused']);
});

const RETRYING = trigger(`${WRITE}
    if (context.retries < 2) { throw new EventBus.RetryableException('not yet ' + context.retries); }
    insert new Entry__c(Detail__c = context.lastError);`);

test('RetryableException takes everything back and asks for the same events, and what came meanwhile, after a pause', () => {
    const org = new EventOrg({ triggers: [RETRYING], scripts });
    org.runAll('publish');
    assert.deepEqual(org.entries(), []);
    assert.deepEqual(
        [org.subscriber()['Retries'], org.subscriber()['LastError'], org.subscriber()['Position']],
        [1, 'not yet 0', 0],
    );
    org.runAll('more');
    assert.equal(org.subscriber()['Retries'], 1, 'new events do not hasten the retry');
    org.jobs.advance(5000);
    assert.equal(org.subscriber()['Retries'], 2);
    org.jobs.advance(5000);
    assert.deepEqual(org.entries(), [], 'the second pause is longer than the first');
    org.jobs.advance(5000);
    const numbers = org.entries().filter((detail) => detail !== 'not yet 1');
    assert.deepEqual(numbers, ['1', '2', '3', '4', '5']);
    assert.deepEqual([org.subscriber()['Retries'], org.subscriber()['LastError']], [0, null]);
});

const ALWAYS = trigger(`insert new Entry__c(Detail__c = 'try'); throw new EventBus.RetryableException('never');`);
const DAY = 86_400_000;

test('after nine retries the trigger is disconnected and gets nothing more', () => {
    const org = new EventOrg({ triggers: [ALWAYS], scripts });
    let tries = 0;
    org.jobs.onEvent = ({ kind }) => void (tries += kind === 'event' ? 1 : 0);
    org.runAll('publish');
    org.jobs.advance(DAY);
    assert.equal(tries, 10);
    const { Status, Retries, LastError } = org.subscriber();
    assert.deepEqual([Status, Retries, LastError], ['Error', 9, 'never']);
    org.runAll('more');
    org.jobs.advance(DAY);
    assert.equal(tries, 10);
});

test('saved with another text, it starts again with what comes', () => {
    const org = new EventOrg({ triggers: [ALWAYS], scripts });
    org.runAll('publish');
    org.jobs.advance(DAY);
    const repaired = org.redeployed({ triggers: [trigger(WRITE)], scripts });
    assert.equal(repaired.subscriber()['Status'], 'Running');
    repaired.runAll('more');
    assert.deepEqual(repaired.entries(), ['5']);
});

test('saved as it was, it stays disconnected', () => {
    const org = new EventOrg({ triggers: [ALWAYS], scripts });
    org.runAll('publish');
    org.jobs.advance(DAY);
    assert.equal(org.redeployed({ triggers: [ALWAYS], scripts }).subscriber()['Status'], 'Error');
});

test('a trigger that is suspended by hand gets what it has missed when it is resumed', () => {
    const org = new EventOrg({ triggers: [trigger(WRITE)], scripts });
    org.jobs.events.suspend('OrderTrigger');
    org.runAll('publish');
    assert.deepEqual([org.entries(), org.subscriber()['Status']], [[], 'Suspended']);
    org.jobs.events.resume('OrderTrigger', 'lastProcessed');
    org.jobs.runDue();
    assert.deepEqual(org.entries(), ['1', '2', '3', '4']);
});
