import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { CliError } from '../failure/cli-error.ts';
import { Messages } from '../messages.ts';

const messages = Messages.load('local-org');

/** What a running org leaves in its folder, so that other commands find it. Only its owner can read it. */
export interface RunningOrg {
    url: string;
    pid: number;
    /** Address of its control. */
    control: string;
    /** Opens the control; never shown. */
    secret: string;
    /** Folder of the source that is deployed; null: none. */
    source: string | null;
    startedAt: string;
}

const FILE = 'running.json';

/** Folder of the org that is meant where none is named; `SW_DATA_DIR` moves it. */
export function dataFolder(named: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
    if (named !== undefined) return resolve(named);
    const base = environment['SW_DATA_DIR'] ?? environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
    return join(base, 'sw-studio', 'org');
}

/** undefined: no org runs on the folder. What a process left behind that was killed counts as nothing. */
export function findRunningOrg(folder: string): RunningOrg | undefined {
    let running: RunningOrg;
    try {
        running = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as RunningOrg;
    } catch {
        return undefined;
    }
    return isAlive(running.pid) ? running : undefined;
}

/** @throws CliError ORG_NOT_RUNNING */
export function requireRunningOrg(folder: string, start: string): RunningOrg {
    const running = findRunningOrg(folder);
    if (running !== undefined) return running;
    throw new CliError('ORG_NOT_RUNNING', messages.get('error.notRunning', folder), {
        remedies: [messages.get('error.notRunning.start', start), messages.get('error.notRunning.data')],
    });
}

export function announceRunningOrg(folder: string, running: RunningOrg): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, FILE), JSON.stringify(running), { mode: 0o600 });
}

export function withdrawRunningOrg(folder: string): void {
    rmSync(join(folder, FILE), { force: true });
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
