import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../failure/cli-error.ts';
import { Messages } from '../messages.ts';
import { findRunningOrg } from './running-org.ts';

const messages = Messages.load('org.start');

const LOOK_EVERY_MS = 100;

/**
 * Runs this very command line again in the background, without the flag that says so, and waits until its org answers.
 *
 * @throws CliError ORG_NOT_STARTED with what it wrote
 */
export async function startDetached(folder: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'server.log');
    const log = openSync(file, 'w', 0o600);
    const line = process.argv.slice(1).filter((word) => !['--detach', '-d', '--json'].includes(word));
    const child = spawn(process.execPath, line, { detached: true, stdio: ['ignore', log, log] });
    child.unref();
    while (findRunningOrg(folder)?.pid !== child.pid) {
        if (child.exitCode !== null) {
            throw new CliError('ORG_NOT_STARTED', messages.get('error.detached', readFileSync(file, 'utf8').trim()));
        }
        await sleep(LOOK_EVERY_MS);
    }
}
