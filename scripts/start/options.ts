import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
    /** Ends after the first cycle. */
    readonly once: boolean;
    /** Rows of real prospects as CSV; null: generated ones. */
    readonly prospects: string | null;
    readonly port: number;
    /** null: the org ends with the process. */
    readonly data: string | null;
    readonly namespace: string;
}

/** A command line that cannot be understood: one sentence. */
export class UsageError extends Error {
    override readonly name = 'UsageError';
}

const DEFAULT_PORT = 8080;

/** @throws UsageError */
export function readOptions(args: readonly string[], root: string, ownNamespace: string): StartOptions {
    const values = parse(args);
    const prospects = values.prospects === undefined ? null : resolve(values.prospects);
    if (prospects !== null && !existsSync(prospects)) throw new UsageError(`There is no file ${prospects}.`);
    const once = values.once ?? false;
    const kept = resolve(root, '.cache/local-org');
    return {
        once,
        prospects,
        // One run that ends takes what is free, and leaves nothing behind.
        port: values.port === undefined ? (once ? 0 : DEFAULT_PORT) : portOf(values.port),
        data: values.data === undefined ? (once ? null : kept) : resolve(values.data),
        namespace: values.namespace ?? ownNamespace,
    };
}

function parse(args: readonly string[]) {
    try {
        const options = {
            once: { type: 'boolean' },
            prospects: { type: 'string' },
            port: { type: 'string' },
            data: { type: 'string' },
            namespace: { type: 'string' },
        } as const;
        return parseArgs({ args: [...args], options, strict: true }).values;
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new UsageError(
            `${reason.split('. ')[0] ?? reason}. npm start -- takes --once, --prospects FILE, --port, --data, --namespace.`,
        );
    }
}

function portOf(text: string): number {
    const port = Number(text);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`${text} is no port.`);
    return port;
}
