// npm start: the package in a local org, beside the vendor's reference backend, through its first cycle.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ServerError } from '@sw-studio/local-org';
import { type DemoOrg, startDemoOrg } from './start/demo-org.ts';
import { runCycle } from './start/first-cycle.ts';
import { readOptions, UsageError } from './start/options.ts';
import { farewell, jobLines, stepLine } from './start/words.ts';

const root = resolve(import.meta.dirname, '..');

function say(text: string): void {
    process.stdout.write(`${text}\n`);
}

function seconds(since: number): string {
    return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** @returns whether every step of the cycle succeeded */
async function show(demo: DemoOrg, startedAt: number): Promise<boolean> {
    say(
        `Local org ready in ${seconds(startedAt)}: ${demo.prospects} prospects at the vendor, ${demo.records} records here.`,
    );
    say('Turning the sync on and moving the clock:');
    const reply = await runCycle(demo.server, demo.api, (step) => say(stepLine(step)));
    say(jobLines(reply));
    say(`First cycle after ${seconds(startedAt)}.`);
    return reply.job.status === 'Completed' && reply.job.stepsFailed === 0;
}

async function main(): Promise<void> {
    const startedAt = performance.now();
    const project = JSON.parse(readFileSync(resolve(root, 'sfdx-project.json'), 'utf8')) as { namespace?: string };
    const options = readOptions(process.argv.slice(2), root, project.namespace ?? '');
    const demo = await startDemoOrg(options, root);
    demo.server.onNotice('defect', (defect) => process.stderr.write(`${String(defect)}\n`));
    const succeeded = await show(demo, startedAt);
    if (options.once) {
        await demo.stop();
        process.exitCode = succeeded ? 0 : 1;
        return;
    }
    say(farewell(demo));
    const end = (): void => void demo.stop().then(() => process.exit(0));
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
}

try {
    await main();
} catch (error) {
    const isTold = error instanceof ServerError || error instanceof UsageError;
    const sentence = error instanceof Error ? (isTold ? error.message : (error.stack ?? error.message)) : String(error);
    const remedy = error instanceof ServerError && error.remedy !== null ? ` ${error.remedy}` : '';
    process.stderr.write(`${sentence}${remedy}\n`);
    process.exitCode = 1;
}
