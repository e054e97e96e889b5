import { fileURLToPath } from 'node:url';
import type { handleBidiStreamingCall, handleUnaryCall, ServiceDefinition } from '@grpc/grpc-js';
import { type GrpcObject, loadPackageDefinition, type ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** Messages of pubsub_api.proto, as they arrive: every field has a value. */
export interface FetchRequest {
    readonly topicName: string;
    readonly replayPreset: 'LATEST' | 'EARLIEST' | 'CUSTOM';
    readonly replayId: Buffer;
    readonly numRequested: number;
}

export interface FetchResponse {
    readonly events: readonly { readonly event: ProducerEvent; readonly replayId: Buffer }[];
    readonly latestReplayId: Buffer;
    readonly rpcId: string;
    readonly pendingNumRequested: number;
}

export interface ProducerEvent {
    readonly id: string;
    readonly schemaId: string;
    readonly payload: Buffer;
}

export interface PublishRequest {
    readonly topicName: string;
    readonly events: readonly ProducerEvent[];
}

export interface PublishResponse {
    readonly results: readonly {
        readonly replayId?: Buffer;
        readonly error?: { readonly code: 'PUBLISH'; readonly msg: string };
        readonly correlationKey: string;
    }[];
    readonly schemaId: string;
    readonly rpcId: string;
}

export interface TopicInfo {
    readonly topicName: string;
    readonly tenantGuid: string;
    readonly canPublish: boolean;
    readonly canSubscribe: boolean;
    readonly schemaId: string;
    readonly rpcId: string;
}

export interface SchemaInfo {
    readonly schemaJson: string;
    readonly schemaId: string;
    readonly rpcId: string;
}

/** The methods that are served. */
export interface PubSubHandlers {
    readonly GetTopic: handleUnaryCall<{ readonly topicName: string }, TopicInfo>;
    readonly GetSchema: handleUnaryCall<{ readonly schemaId: string }, SchemaInfo>;
    readonly Publish: handleUnaryCall<PublishRequest, PublishResponse>;
    readonly PublishStream: handleBidiStreamingCall<PublishRequest, PublishResponse>;
    readonly Subscribe: handleBidiStreamingCall<FetchRequest, FetchResponse>;
}

export function pubSubService(): ServiceDefinition {
    const file = fileURLToPath(new URL('pubsub_api.proto', import.meta.url));
    const loaded = loadPackageDefinition(loadSync(file, { enums: String, defaults: true, longs: Number }));
    const eventbus = (loaded['eventbus'] as GrpcObject)['v1'] as GrpcObject;
    return (eventbus['PubSub'] as ServiceClientConstructor).service;
}
