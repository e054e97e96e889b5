// What the person at the terminal sees, and the one way in which long commands are run.
import { spawn } from 'node:child_process';

/** Enough for the cause of a failure, which comes before the usage. */
const LONGEST_OUTPUT = 20_000;

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
 * @returns {Promise<{ code: number, output: string }>} the exit code (127 where the command cannot be started) and the
 *     beginning of what it printed
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
        const keep = (chunk) => (output = (output + chunk).slice(0, LONGEST_OUTPUT));
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
 * What a failed command complained about: its first lines that name a cause, without the usage that some add.
 *
 * @param {string} output
 */
export function complaint(output, count = 6) {
    const lines = output.split('\n').filter((line) => !/^(?:npm error\s*)?$/.test(line.trim()));
    const blamed = lines.filter((line) => /\b(?:error|ERR!|E:|missing|failed)\b/i.test(line));
    return (blamed.length > 0 ? blamed : lines).slice(0, count).join('\n');
}
