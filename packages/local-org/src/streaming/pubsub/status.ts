import { Metadata, type StatusObject, status } from '@grpc/grpc-js';

/** Codes that the Pub/Sub API sends beside the gRPC status (Pub/Sub API Developer Guide, "Handle Errors"). */
const REASONS = {
    UNAUTHENTICATED: [status.UNAUTHENTICATED, 'sfdc.platform.eventbus.grpc.service.auth.error'],
    UNKNOWN_CHANNEL: [status.NOT_FOUND, 'sfdc.platform.eventbus.grpc.topic.not.found'],
    UNKNOWN_SCHEMA: [status.NOT_FOUND, 'sfdc.platform.eventbus.grpc.schema.not.found'],
    ACCESS_DENIED: [status.PERMISSION_DENIED, 'sfdc.platform.eventbus.grpc.service.permission.denied'],
    INVALID_REPLAY_ID: [
        status.INVALID_ARGUMENT,
        'sfdc.platform.eventbus.grpc.subscription.fetch.replayid.validation.failed',
    ],
    DELIVERY_LIMIT: [status.RESOURCE_EXHAUSTED, 'sfdc.platform.eventbus.grpc.subscription.limit.exceeded'],
    INVALID_REQUEST: [status.INVALID_ARGUMENT, 'sfdc.platform.eventbus.grpc.request.validation.failed'],
    UNAVAILABLE: [status.UNAVAILABLE, 'sfdc.platform.eventbus.grpc.service.unavailable'],
} as const;

export type StatusReason = keyof typeof REASONS;

/** A call that is refused. */
export class CallRefused extends Error {
    readonly reason: StatusReason;

    constructor(reason: StatusReason, message: string) {
        super(message);
        this.reason = reason;
    }

    get status(): StatusObject {
        const [code, errorCode] = REASONS[this.reason];
        const metadata = new Metadata();
        metadata.set('error-code', errorCode);
        return { code, details: this.message, metadata };
    }
}

/** @returns the status of a call that failed: an org that has stopped serves nobody */
export function statusOf(error: unknown): StatusObject {
    if (error instanceof CallRefused) return error.status;
    return new CallRefused('UNAVAILABLE', error instanceof Error ? error.message : String(error)).status;
}
