import { defineBuiltIn } from '../built-in-type.ts';
import { throwApex } from '../exceptions/throw.ts';

/** Bytes that a signature may take; the platform documents the limit's existence, the number was observed. */
const MAXIMUM_SIZE = 32;
const BYTES_OF_INTEGER = 4;

/** `System.QueueableDuplicateSignature`: two enqueued jobs with equal signatures are duplicates. */
export class DuplicateSignature {
    /** Parts with their kinds, so that the text `1` and the Integer 1 differ. */
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }

    toString(): string {
        return this.text;
    }
}

export class DuplicateSignatureBuilder {
    private readonly parts: string[] = [];
    private bytes = 0;

    static readonly maximumSize: number = MAXIMUM_SIZE;

    get size(): number {
        return this.bytes;
    }

    addText(kind: 'id' | 'string', text: string): this {
        return this.add(`${kind}:${JSON.stringify(text)}`, Buffer.byteLength(text, 'utf8'));
    }

    addInteger(value: number): this {
        return this.add(`integer:${value}`, BYTES_OF_INTEGER);
    }

    build(): DuplicateSignature {
        return new DuplicateSignature(this.parts.join(','));
    }

    private add(part: string, bytes: number): this {
        if (this.bytes + bytes > MAXIMUM_SIZE) {
            throwApex(
                'System.IllegalArgumentException',
                `The signature has ${this.bytes + bytes} bytes; at most ${MAXIMUM_SIZE} are allowed`,
            );
        }
        this.bytes += bytes;
        this.parts.push(part);
        return this;
    }
}

defineBuiltIn('System.QueueableDuplicateSignature', DuplicateSignature);
defineBuiltIn('System.QueueableDuplicateSignature.Builder', DuplicateSignatureBuilder);
