import type { CometDServer, ServerExtension, ServerMessage, ServerSession } from 'cometd-nodejs-server';

/** Codes and words of the platform where they differ from those of the CometD server. */
const AUTHENTICATION_INVALID = '401::Authentication invalid';
const UNKNOWN_CLIENT = '403::Unknown client';

type Done = (error?: Error, result?: boolean) => void;

/** Where a subscription is to start, by the platform's replay extension; without it with what comes. */
export function replayFrom(message: ServerMessage, channel: string): number {
    const { replay } = (message.ext ?? {}) as { readonly replay?: Readonly<Record<string, unknown>> };
    const given = replay?.[channel];
    return typeof given === 'number' && Number.isInteger(given) ? given : -1;
}

/**
 * Says that replay is understood, and refuses in the words of the platform (Streaming API Developer Guide, "Streaming API
 * Error Codes").
 */
export class ReplayExtension implements ServerExtension {
    private readonly isSignedIn: (session: ServerSession) => Promise<boolean>;
    private readonly refusals = new WeakMap<ServerMessage, string>();

    /** @param isSignedIn whether the token of a session is still good */
    constructor(isSignedIn: (session: ServerSession) => Promise<boolean>) {
        this.isSignedIn = isSignedIn;
    }

    /** What the reply to a message is to say in the place of the server's own words. */
    refuse(message: ServerMessage, error: string): void {
        if (message.reply !== undefined) this.refusals.set(message.reply, error);
    }

    /** A session whose token has ended is told so when it next asks for messages. */
    incoming(_server: CometDServer, session: ServerSession, message: ServerMessage, callback: Done): void {
        if (message.channel !== '/meta/connect') {
            callback(undefined, true);
            return;
        }
        this.isSignedIn(session).then(
            (signedIn) => {
                if (!signedIn) this.refuse(message, AUTHENTICATION_INVALID);
                callback(undefined, signedIn);
            },
            (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
    }

    outgoing(
        _server: CometDServer,
        _sender: ServerSession,
        _session: ServerSession,
        message: ServerMessage,
        callback: Done,
    ): void {
        const refusal = this.refusals.get(message);
        if (refusal !== undefined) message.error = refusal;
        if (message.error?.startsWith('402::') === true) message.error = UNKNOWN_CLIENT;
        if (message.channel === '/meta/handshake') answerHandshake(message);
        if (message.error === AUTHENTICATION_INVALID) message.advice = { reconnect: 'none' };
        callback(undefined, true);
    }
}

function answerHandshake(message: ServerMessage): void {
    if (message.successful === true) {
        message.ext = { ...(message.ext as object), replay: true, 'payload.format': true };
        return;
    }
    // 403::handshake_denied is the server's own; whoever refused for another reason has said so.
    if (message.error === '403::handshake_denied') message.error = AUTHENTICATION_INVALID;
    message.ext = { sfdc: { failureReason: message.error } };
}
