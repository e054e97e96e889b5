import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { VERSION } from './support/org-server.ts';
import { signedInSf } from './support/signed-in-sf.ts';

const { org, sf } = await signedInSf();
after(async () => {
    sf[Symbol.dispose]();
    await org[Symbol.asyncDispose]();
});

interface TestAnswer {
    readonly summary: { readonly passing: number; readonly failing: number; readonly orgWideCoverage?: string };
    readonly tests: readonly { readonly FullName: string; readonly Message: string; readonly StackTrace: string }[];
}

const OUTCOME = [1, 1];
const MESSAGE = 'System.AssertException: Assertion Failed: on purpose: Expected: 7, Actual: 6';

function outcome({ summary }: TestAnswer): number[] {
    return [summary.passing, summary.failing];
}

function apex(name: string, text: string): string[] {
    const path = join(sf.home, name);
    writeFileSync(path, text);
    return ['apex', 'run', '--file', path];
}

describe('the real sf against the org: Apex', () => {
    it('runs anonymous Apex and shows its log', async () => {
        const { result } = await sf.json<{ success: boolean; logs: string }>(
            apex('good.apex', `System.debug('hello');`),
        );
        assert.equal(result.success, true);
        assert.match(result.logs, /USER_DEBUG\|\[1\]\|DEBUG\|hello/);
    });

    it('tells where anonymous Apex does not compile, and what it throws', async () => {
        const wrong = await sf.json(apex('bad.apex', 'Integer x = ;'));
        assert.match(wrong.message ?? '', /Line 1 column 13[^]*Unexpected token ';'\./);
        const thrown = await sf.json(apex('throws.apex', 'Orders.total(1, -1);'));
        assert.match(JSON.stringify(thrown), /System.IllegalArgumentException: negative/);
    });

    it('runs tests at once', async () => {
        const run = ['apex', 'run', 'test', '--synchronous', '--class-names'];
        const { result } = await sf.json<TestAnswer>([...run, 'OrdersTest']);
        assert.deepEqual(outcome(result), OUTCOME);
        const failed = result.tests.find(({ FullName }) => FullName === 'OrdersTest.isWrong');
        assert.equal(failed?.Message, MESSAGE);
        assert.equal(failed?.StackTrace, 'Class.OrdersTest.isWrong: line 10, column 1');
        assert.match((await sf.json([...run, 'Nobody'])).message ?? '', /None of the test classes/);
    });

    it('runs tests in the background, with coverage', async () => {
        const run = ['apex', 'run', 'test', '--wait', '5', '--code-coverage', '--class-names', 'OrdersTest'];
        const { result } = await sf.json<TestAnswer>(run);
        assert.deepEqual(outcome(result), OUTCOME);
        assert.equal(result.summary.orgWideCoverage, '50%');
    });

    it('gets the result of a run that another client started', async () => {
        const tests = [{ className: 'OrdersTest' }];
        const { body } = await org.data<string>('POST', '/tooling/runTestsAsynchronous', { tests });
        const { result } = await sf.json<TestAnswer>(['apex', 'get', 'test', '--test-run-id', body]);
        assert.deepEqual(outcome(result), OUTCOME);
    });

    it('tails the debug logs of its user', async () => {
        const found = await tailUntil('USER_DEBUG|[1]|DEBUG|tailed');
        assert.ok(found);
        const { result } = await sf.json<{ Operation: string; Status: string }[]>(['apex', 'list', 'log']);
        assert.deepEqual(result.map(({ Status }) => Status).includes('Success'), true);
    });
});

/** Runs traced Apex again and again until the tail shows it: when it begins to listen it does not say. */
function tailUntil(text: string): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const child = spawn(process.execPath, [sf.program, 'apex', 'tail', 'log', '--target-org', 'local'], {
        env: sf.environment,
        cwd: sf.home,
    });
    const code = encodeURIComponent(`System.debug('tailed');`);
    const asking = setInterval(
        () => void org.send('GET', `${VERSION}/tooling/executeAnonymous?anonymousBody=${code}`),
        500,
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
        output += part;
        if (output.includes(text)) resolve(true);
    });
    child.once('close', () => resolve(output.includes(text)));
    return promise.finally(() => {
        clearInterval(asking);
        child.kill();
    });
}
