import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A backend in a process of its own: its caller may block while it waits for an answer. */
export interface VendorProcess {
    readonly url: string;
    readonly controlUrl: string;
    readonly token: string;
    close(): Promise<void>;
}

/** What the process says when it is ready. */
export type ReadyMessage = Pick<VendorProcess, 'url' | 'controlUrl' | 'token'>;

const PROGRAM = fileURLToPath(new URL('../../bin/vendor-api.ts', import.meta.url));

/**
 * @param flags of the program, such as `['--prospects', '1000']`
 * @throws Error where it ends before it is ready
 */
export async function startVendorProcess(flags: readonly string[] = []): Promise<VendorProcess> {
    const child = fork(PROGRAM, flags, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    const ready = once(child, 'message').then(([message]) => message as ReadyMessage);
    const ended = once(child, 'exit').then(([code]) => {
        throw new Error(`The backend ended with ${String(code)} before it was ready. ${complaint}`);
    });
    const message = await Promise.race([ready, ended]);
    return { ...message, close: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
}
