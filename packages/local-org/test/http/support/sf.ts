import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../../../node_modules/@salesforce/cli/bin/run.js', import.meta.url));

const QUIET = {
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_HIDE_RELEASE_NOTES: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_LOG_FILE: 'true',
    NO_COLOR: '1',
};

/** What a command printed as JSON. */
export interface SfAnswer<Result> {
    readonly status: number;
    readonly name?: string;
    readonly message?: string;
    readonly result: Result;
}

/** The real Salesforce CLI in a home of its own. */
export class Sf implements Disposable {
    readonly home = mkdtempSync(join(tmpdir(), 'sf-home-'));
    readonly program = PROGRAM;

    get environment(): NodeJS.ProcessEnv {
        return { ...process.env, ...QUIET, HOME: this.home };
    }

    async json<Result>(args: readonly string[], environment: Record<string, string> = {}): Promise<SfAnswer<Result>> {
        const output = await this.run([...args, '--json'], environment);
        try {
            return JSON.parse(output) as SfAnswer<Result>;
        } catch (cause) {
            throw new Error(`sf ${args.join(' ')} printed no JSON: ${output}`, { cause });
        }
    }

    run(args: readonly string[], environment: Record<string, string> = {}): Promise<string> {
        return new Promise((resolve, reject) => {
            const child = spawn(process.execPath, [PROGRAM, ...args], {
                cwd: this.home,
                env: { ...this.environment, ...environment },
                stdio: ['ignore', 'pipe', 'pipe'],
            });
            let output = '';
            child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
            child.once('error', reject);
            child.once('close', () => resolve(output));
        });
    }

    [Symbol.dispose](): void {
        rmSync(this.home, { recursive: true, force: true });
    }
}
