import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EnqueueReply, EventsReply, JobReply, SyncStatus, UpkeepReply } from '@sw-studio/contract';
import { EXIT_CODES } from '../src/failure/exit-codes.ts';
import type { Failure } from '../src/failure/failure.ts';
import { DemoOrg } from './support/demo-org.ts';
import { jsonOutput } from './support/json-output.ts';
import { type Ended, Terminal } from './support/terminal.ts';

// The life of a sync as an integration engineer drives it, against a real local org with the package and a vendor: the
// same commands as a program of its own and as a plugin of the real sf.

let terminal: Terminal;
let org: DemoOrg;

before(async () => {
    terminal = await Terminal.withBuiltCli();
    await terminal.linkPlugin();
    org = await DemoOrg.start(terminal, 'demo');
});

after(async () => {
    await org.close();
    terminal.close();
});

type Run = (words: readonly string[]) => Promise<Ended>;

const ways: readonly { name: string; run: Run }[] = [
    { name: 'sw', run: (words) => terminal.sw(words) },
    { name: 'sf sw', run: (words) => terminal.sf(['sw', ...words]) },
];

for (const { name, run } of ways) {
    test(`the whole life of a sync with ${name}`, async (life) => {
        /** The result of a command, held against its schema. */
        const result = async <Result>(id: string, ...words: string[]): Promise<Result> => {
            const { exitCode, stdout, stderr } = await run([
                ...id.split(':'),
                ...words,
                '--target-org',
                'demo',
                '--json',
            ]);
            assert.equal(exitCode, 0, `${stdout}${stderr}`);
            return jsonOutput<{ result: Result }>(id, stdout).result;
        };

        await life.test('doctor finds the connection in order', async () => {
            const { checks } = await result<{ checks: { label: string; status: string }[] }>('doctor');
            assert.ok(
                checks.some(({ label, status }) => /Connection/.test(label) && status === 'OK'),
                JSON.stringify(checks),
            );
        });

        await life.test('start turns the sync on', async () => {
            const status = await result<SyncStatus>('sync:start');
            assert.equal(status.sync.desired, 'ON');
            assert.equal(status.sync.health, 'HEALTHY');
        });

        await life.test('a cycle goes by while it is watched', async () => {
            const watch = terminal.startSw(['sync', 'status', '--watch', '--interval', '1', '--target-org', 'demo']);
            let seen = '';
            watch.stdout?.on('data', (chunk: Buffer) => (seen += chunk.toString()));
            const ended = new Promise((resolve) => watch.once('close', resolve));
            while (!/on, healthy, waiting/.test(seen)) await turn();
            await org.expect(['org', 'advance', '2m', ...org.data]);
            watch.kill('SIGINT');
            assert.equal(await ended, 0);
        });

        await life.test('job get shows what each step did', async () => {
            const { job, steps } = await result<JobReply>('job:get');
            assert.equal(job.status, 'Completed', JSON.stringify(steps));
            assert.ok(steps.steps.some((step) => step.name === 'GetTags' && step.status === 'Completed'));
            const { stdout } = await run(['job', 'get', job.name, '--target-org', 'demo']);
            assert.match(stdout, /GetTags +Completed +█/);
            const listed = await result<{ jobs: { name: string }[] }>('job:list', '--limit', '1');
            assert.equal(listed.jobs[0]?.name, job.name);
        });

        await life.test('restart of a running sync changes nothing and says how to force it', async () => {
            const { exitCode, stdout } = await run(['sync', 'restart', '--target-org', 'demo', '--json']);
            const failure = jsonOutput<Failure>('sync:restart', stdout);
            assert.equal(exitCode, EXIT_CODES.ALREADY_RUNNING.code);
            assert.equal(failure.name, 'SYNC_ALREADY_RUNNING');
            assert.match(failure.actions[0]!, new RegExp(`${name} sync restart --force --target-org demo$`));
        });

        await life.test('restart --force begins a new chain', async () => {
            const before = await result<SyncStatus>('sync:status');
            const restarted = await result<SyncStatus>('sync:restart', '--force');
            assert.ok(restarted.sync.generation > before.sync.generation);
        });

        await life.test('stop turns it off', async () => {
            const status = await result<SyncStatus>('sync:stop');
            assert.equal(status.sync.desired, 'OFF');
            assert.deepEqual(status.scheduledWatcher, {});
        });

        await life.test('a dead row of the queue is seen, counted and sent back', async () => {
            const lead = await newLead();
            const enqueued = await result<EnqueueReply>('queue:enqueue', lead, '--operation', 'Update');
            assert.equal(enqueued.accepted, 1);
            await org.expect(['org', 'exec', '-', ...org.data], kill(lead));
            const { events } = await result<EventsReply>('queue:list', '--status', 'Dead', '--record', lead);
            assert.equal(events.length, 1);
            const counted = await result<UpkeepReply>('queue:retry', '--record', lead, '--dry-run');
            assert.deepEqual({ count: counted.count, dryRun: counted.dryRun }, { count: 1, dryRun: true });
            const retried = await result<UpkeepReply>('queue:retry', '--record', lead);
            assert.equal(retried.count, 1);
            assert.deepEqual(
                (await result<EventsReply>('queue:list', '--status', 'Dead', '--record', lead)).events,
                [],
            );
        });
    });
}

async function newLead(): Promise<string> {
    const insert = `insert new Lead(LastName = 'Doe', Company = 'Acme', Email = 'doe@example.com');`;
    await org.expect(['org', 'exec', '-', ...org.data], insert);
    const soql = 'SELECT Id FROM Lead ORDER BY CreatedDate DESC, Id DESC LIMIT 1';
    const output = await org.expect(['org', 'query', soql, '--json', ...org.data]);
    const { result } = jsonOutput<{ result: { records: { Id: string }[] } }>('org:query', output);
    return result.records[0]!.Id;
}

/** What the queue does with a row that the vendor has refused for good. */
function kill(record: string): string {
    return `
        EventQueue__c row = [SELECT Id FROM EventQueue__c WHERE Record_Id__c = '${record}'];
        row.Status__c = 'Dead';
        row.Dead_At__c = Datetime.now();
        row.Last_Error_Code__c = 'REFUSED';
        row.Error_Kind__c = 'Permanent';
        row.Coalescing_Key__c = null;
        update row;
    `;
}

function turn(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 20));
}
