import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveRuntime } from '../../src/executor/live-runtime.ts';
import { JobOrg, type JobOrgOptions } from '../support/job-org.ts';
import { remoteSite, WebServer } from '../support/web-server.ts';

const CALLER = (url: string): string => `public class Asking implements Queueable, Database.AllowsCallouts {
    private String path;
    public Asking(String path) { this.path = path; }
    public static String ask(String path) {
        HttpRequest request = new HttpRequest();
        request.setEndpoint('${url}/' + path);
        request.setMethod('GET');
        return new Http().send(request).getBody();
    }
    public void execute(QueueableContext context) { Journal.write(ask(path)); }
}`;

const scripts = {
    ask: `Journal.write(Asking.ask('request'));`,
    write: `Journal.write('meanwhile');`,
    enqueueOne: `System.enqueueJob(new Asking('job'));`,
    enqueue: `for (Integer i = 0; i < 4; i++) { System.enqueueJob(new Asking('job ' + i)); }`,
};

function live(options: JobOrgOptions): { org: JobOrg; live: LiveRuntime } {
    const org = new JobOrg({ ...options, jobs: { workers: 4, ...options.jobs, interleaved: true } });
    return { org, live: new LiveRuntime({ runtime: org.runtime }) };
}

/** A server whose answers wait until so many requests have come. */
function answersTogether(count: number): Promise<WebServer> {
    const waiting: (() => void)[] = [];
    return WebServer.listen((request, response) => {
        waiting.push(() => response.end(decodeURIComponent(request.path.slice(1))));
        if (waiting.length === count) for (const answer of waiting.splice(0)) answer();
    });
}

test('other transactions go on while one waits for its answer', async () => {
    let answer: (() => void) | undefined;
    await using server = await WebServer.listen((_, response) => (answer = () => void response.end('answered')));
    const { org, live: runtime } = live({ classes: [CALLER(server.url)], scripts, metadata: remoteSite(server.url) });
    const asking = runtime.call('Scripts', 'ask');
    await server.arrival(1, asking);
    await runtime.call('Scripts', 'write');
    assert.deepEqual(org.entries(), ['meanwhile']);
    answer?.();
    await asking;
    assert.deepEqual(org.entries(), ['meanwhile', 'answered']);
});

test('as many jobs call out at once as there are workers', async () => {
    await using server = await answersTogether(4);
    const { org, live: runtime } = live({ classes: [CALLER(server.url)], scripts, metadata: remoteSite(server.url) });
    await runtime.call('Scripts', 'enqueue');
    assert.equal(await runtime.runDue(), 4);
    assert.deepEqual(org.entries().toSorted(), ['job 0', 'job 1', 'job 2', 'job 3']);
});

test('what was on its way when the org was closed is rolled back, and its callout is made again', async () => {
    await using server = await WebServer.listen((_, response) => {
        if (server.received.length > 1) response.end('answered');
    });
    const { org, live: runtime } = live({ classes: [CALLER(server.url)], scripts, metadata: remoteSite(server.url) });
    await runtime.call('Scripts', 'enqueueOne');
    const running = runtime.runDue();
    await server.arrival(1, running);
    runtime.close();
    await assert.rejects(running, /The org was closed/);
    assert.deepEqual(org.entries(), []);
    const again = new LiveRuntime({ runtime: org.restarted() });
    assert.equal(await again.runDue(), 1);
    assert.deepEqual(org.entries(), ['answered']);
    assert.equal(server.received.length, 2);
});
