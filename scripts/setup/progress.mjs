// What the person at the terminal sees, and the one way in which long commands are run.
import { spawn } from 'node:child_process';

/** A step that nothing can go on without. The message is one sentence with its remedy. */
export class SetupError extends Error {
    /**
     * @param {string} message
     * @param {ErrorOptions} [options]
     */
    constructor(message, options) {
        super(message, options);
        this.name = 'SetupError';
    }
}

/** @param {string} sentence */
export function say(sentence) {
    process.stderr.write(`setup: ${sentence}\n`);
}

/**
 * Runs a command quietly, with a line every ten seconds so that a long step does not look hung.
 *
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} the exit code (127 where the command cannot be started) and the end of
 *     what it printed
 */
export function run(title, command, args, options = {}) {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    say(`${title} ...`);
    const heartbeat = setInterval(() => say(`${title}: ${seconds()} s`), 10_000);
    return new Promise((settle) => {
        let output = '';
        const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
        /** @param {Buffer} chunk */
        const keep = (chunk) => (output = (output + chunk).slice(-4000));
        child.stdout?.on('data', keep);
        child.stderr?.on('data', keep);
        child.on('error', (error) => finish(127, String(error)));
        child.on('close', (code) => finish(code ?? 1, output));
        /**
         * @param {number} code
         * @param {string} text
         */
        function finish(code, text) {
            clearInterval(heartbeat);
            if (code === 0) say(`${title}: done in ${seconds()} s`);
            settle({ code, output: text.trim() });
        }
    });
}

/**
 * The last lines of a failed command: enough to see the cause, not its whole log.
 *
 * @param {string} output
 */
export function lastLines(output, count = 5) {
    return output
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-count)
        .join('\n');
}
