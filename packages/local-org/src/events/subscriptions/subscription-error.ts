/** Why a client may not, or no longer, subscribe; worded as the Streaming API words it where that is known. */
const SENTENCES = {
    UNKNOWN_CHANNEL: 'There is no channel {0}.',
    ACCESS_DENIED: 'The user has no permission to subscribe to the channel {0}.',
    INVALID_REPLAY_ID:
        'The replayId {0} you provided was invalid. Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.',
    DELIVERY_LIMIT: 'Organization total events daily limit exceeded',
} as const;

export type SubscriptionErrorCode = keyof typeof SENTENCES;

export class SubscriptionError extends Error {
    override readonly name = 'SubscriptionError';
    readonly code: SubscriptionErrorCode;

    constructor(code: SubscriptionErrorCode, subject = '') {
        super(SENTENCES[code].replace('{0}', subject));
        this.code = code;
    }
}
