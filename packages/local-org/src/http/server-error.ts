import type { ThreadError } from './thread/messages.ts';

/** Why a server of an org does not start or does not obey: one sentence for whoever runs it, and what to do. */
const SERVER_ERRORS = {
    PORT_IN_USE: {
        sentence: 'Port {0} of {1} is taken by another program.',
        remedy: 'Name another port with --port, or end the program that listens there.',
    },
    ADDRESS_UNAVAILABLE: {
        sentence: 'The address {0} cannot be listened on: {1}.',
        remedy: 'Use 127.0.0.1.',
    },
    ADDRESS_NOT_LOOPBACK: {
        sentence: 'The org listens on this machine alone, and {0} can be reached from other machines.',
        remedy:
            'Whoever reaches the org can act as its administrator. To open it all the same, give the host and the ' +
            'option that allows other machines, both.',
    },
    FOLDER_IN_USE: {
        sentence: 'Another org is running on the folder {0}.',
        remedy: 'Stop it, or name another folder with --data.',
    },
    FOLDER_UNUSABLE: {
        sentence: 'The folder {0} cannot keep an org: {1}.',
        remedy: 'Name another folder with --data, or delete this one to start with an empty org.',
    },
    SOURCE_INVALID: {
        sentence: 'The source in {0} cannot be deployed: {1}',
        remedy: 'Correct it, or deploy another folder.',
    },
    ORG_STARTING: {
        sentence: 'The org is starting.',
        remedy: 'Ask again in a moment.',
    },
    ORG_STOPPED: {
        sentence: 'The org has stopped: {0}',
        remedy: 'Start it again; what was committed is kept.',
    },
    COMMAND_FAILED: {
        sentence: '{0}',
        remedy: null,
    },
} as const;

export type ServerErrorCode = keyof typeof SERVER_ERRORS;

export class ServerError extends Error {
    override readonly name = 'ServerError';
    readonly code: string;
    readonly remedy: string | null;

    constructor({ code, message, remedy }: Omit<ThreadError, 'stack'>, cause?: unknown) {
        super(message, cause === undefined ? {} : { cause });
        this.code = code;
        this.remedy = remedy;
    }

    static of(code: ServerErrorCode, values: readonly string[], cause?: unknown): ServerError {
        const { sentence, remedy } = SERVER_ERRORS[code];
        const message = sentence.replaceAll(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
        return new ServerError({ code, message, remedy }, cause);
    }
}

/** An error in the form in which it crosses the threads. */
export function toThreadError(error: unknown): ThreadError {
    const stack = error instanceof Error ? (error.stack ?? null) : null;
    if (error instanceof ServerError) return { code: error.code, message: error.message, remedy: error.remedy, stack };
    const message = error instanceof Error ? error.message : String(error);
    return { code: 'COMMAND_FAILED', message, remedy: null, stack };
}
