import avro, { type Type } from 'avsc';
import type { StreamEvent, StreamGateway } from '../stream-gateway.ts';
import type { FetchResponse, ProducerEvent } from './pubsub-api.ts';
import { CallRefused } from './status.ts';

const REPLAY_ID_BYTES = 8;

/** Replay ids travel as eight bytes, the highest first. */
export function replayIdBytes(replayId: number): Buffer {
    const bytes = Buffer.alloc(REPLAY_ID_BYTES);
    bytes.writeBigUInt64BE(BigInt(replayId));
    return bytes;
}

/** @throws CallRefused for what is no replay id */
export function replayIdOf(bytes: Buffer): number {
    if (bytes.length !== REPLAY_ID_BYTES) throw new CallRefused('INVALID_REPLAY_ID', 'A replay ID has eight bytes.');
    return Number(bytes.readBigUInt64BE());
}

/** Turns events into Avro and back, by the schemas that the org gives out. */
export class EventCodec {
    private readonly gateway: StreamGateway;
    private readonly types = new Map<string, Type>();

    constructor(gateway: StreamGateway) {
        this.gateway = gateway;
    }

    async encode({ uuid, schemaId, payload, replayId }: StreamEvent): Promise<FetchResponse['events'][number]> {
        const type = await this.type(schemaId);
        return {
            event: { id: uuid, schemaId, payload: type.toBuffer(payload) },
            replayId: replayIdBytes(replayId),
        };
    }

    /** @throws CallRefused for an unknown schema, and for bytes that do not follow it */
    async decode({ schemaId, payload }: ProducerEvent): Promise<Record<string, unknown>> {
        const type = await this.type(schemaId);
        try {
            return { ...(type.fromBuffer(payload) as object) };
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            throw new CallRefused('INVALID_REQUEST', `The payload does not follow the schema ${schemaId}: ${reason}`);
        }
    }

    private async type(schemaId: string): Promise<Type> {
        let type = this.types.get(schemaId);
        if (type === undefined) {
            const json = await this.gateway.schema(schemaId);
            if (json === null) throw new CallRefused('UNKNOWN_SCHEMA', `There is no schema ${schemaId}.`);
            this.types.set(schemaId, (type = avro.Type.forSchema(JSON.parse(json) as avro.Schema)));
        }
        return type;
    }
}
