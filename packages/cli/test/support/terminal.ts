import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildInto } from './build.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

/** The command line as it is in the repository, without a build. */
const SOURCE_ENTRY = join(ROOT, 'packages/cli/bin/sw.ts');
const SF_ENTRY = join(ROOT, 'node_modules/@salesforce/cli/bin/run.js');

export interface Ended {
    exitCode: number | null;
    stdout: string;
    stderr: string;
}

export interface RunOptions {
    input?: string;
    environment?: NodeJS.ProcessEnv;
    /** Where it runs; by default the repository. */
    folder?: string;
    /** Milliseconds after which the command is ended, so that one that hangs is seen. */
    limit?: number;
}

const LIMIT = 120_000;

/** A home of its own for sf and for us, so that nobody's logins and settings are touched. */
export class Terminal {
    readonly home = mkdtempSync(join(tmpdir(), 'sw-terminal-'));
    private readonly running = new Set<ChildProcess>();
    private readonly entry: string;
    private builtFolder: string | null = null;
    private temporaryFolder: string | null = null;

    /** @param entry what `sw` is; by default the source in the repository */
    constructor(entry?: string) {
        this.entry = entry ?? SOURCE_ENTRY;
    }

    /** With the command line as it is published, built for this terminal alone. */
    static async withBuiltCli(): Promise<Terminal> {
        const built = mkdtempSync(join(tmpdir(), 'sw-cli-'));
        buildInto(built, ['cli']);
        const folder = join(built, 'cli');
        // What is not bundled is found where a developer has it.
        symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
        const terminal = new Terminal(join(folder, 'bin/sw.js'));
        terminal.builtFolder = folder;
        terminal.temporaryFolder = built;
        return terminal;
    }

    get environment(): NodeJS.ProcessEnv {
        return {
            PATH: process.env['PATH'],
            HOME: this.home,
            SW_CACHE_DIR: join(ROOT, '.cache'),
            SF_DISABLE_TELEMETRY: 'true',
            SF_AUTOUPDATE_DISABLE: 'true',
            SF_DISABLE_AUTOUPDATE: 'true',
            SF_SKIP_NEW_VERSION_CHECK: 'true',
            SF_HIDE_RELEASE_NOTES: 'true',
            SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
            SF_DISABLE_LOG_FILE: 'true',
            NO_COLOR: '1',
        };
    }

    sw(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
        return this.run(process.execPath, [this.entry, ...words], options);
    }

    /** Makes `sf sw` the command line that was built. */
    async linkPlugin(): Promise<void> {
        if (this.builtFolder === null) throw new Error('Only a command line that was built can be linked.');
        const { exitCode, stderr } = await this.sf(['plugins', 'link', this.builtFolder, '--no-install']);
        if (exitCode !== 0) throw new Error(`sf could not link the plugin: ${stderr}`);
    }

    /** As `sw` behaves for a person: with a terminal to write to, and an answer typed into it. */
    swInTerminal(words: readonly string[], input: string): Promise<Ended> {
        const line = [process.execPath, this.entry, ...words].map((word) => `'${word}'`).join(' ');
        return this.run('script', ['--quiet', '--return', '--echo', 'never', '--command', line, '/dev/null'], {
            input,
        });
    }

    sf(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
        return this.run(process.execPath, [SF_ENTRY, ...words], options);
    }

    /** npm as it is set up on this machine, with what it has fetched before. */
    npm(words: readonly string[], folder: string): Promise<Ended> {
        return this.run('npm', words, { folder, environment: process.env });
    }

    run(program: string, words: readonly string[], options: RunOptions = {}): Promise<Ended> {
        const { input, limit = LIMIT } = options;
        const child = this.start(program, words, options);
        const stdout: Buffer[] = [];
        const stderr: Buffer[] = [];
        child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
        child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
        child.stdin?.end(input);
        const timer = setTimeout(() => child.kill('SIGKILL'), limit);
        return new Promise((done, fail) => {
            child.once('error', fail);
            child.once('close', (exitCode) => {
                clearTimeout(timer);
                done({ exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
            });
        });
    }

    /** A command that goes on until it is ended. */
    startSw(words: readonly string[]): ChildProcess {
        return this.start(process.execPath, [this.entry, ...words]);
    }

    close(): void {
        for (const child of this.running) child.kill('SIGKILL');
        for (const folder of [this.home, this.temporaryFolder]) {
            if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
        }
    }

    private start(program: string, words: readonly string[], options: RunOptions = {}): ChildProcess {
        const { environment, folder = ROOT } = options;
        const child = spawn(program, words, { cwd: folder, env: { ...this.environment, ...environment } });
        this.running.add(child);
        child.once('close', () => this.running.delete(child));
        return child;
    }
}

/** Logs the real sf in to an org by a token, under an alias. */
export async function logSfIn(terminal: Terminal, instanceUrl: string, token: string, alias: string): Promise<void> {
    const words = ['org', 'login', 'access-token', '--no-prompt', '--instance-url', instanceUrl, '--alias', alias];
    const { exitCode, stderr } = await terminal.sf(words, { environment: { SF_ACCESS_TOKEN: token } });
    if (exitCode !== 0) throw new Error(`sf could not log in: ${stderr}`);
}
