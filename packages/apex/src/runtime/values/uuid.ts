import { defineBuiltIn } from '../built-in-type.ts';
import { throwApex } from '../exceptions.ts';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `System.UUID`. Immutable. */
export class ApexUuid {
    /** In lower case. */
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }

    /** @param bytes 16 random ones; version 4 and the variant are set in them */
    static ofRandomBytes(bytes: Uint8Array): ApexUuid {
        const marked = Buffer.from(bytes);
        marked[6] = ((marked[6] ?? 0) & 0x0f) | 0x40;
        marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80;
        return new ApexUuid(marked.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
    }

    /** @throws System.IllegalArgumentException */
    static parse(text: string): ApexUuid {
        if (!FORM.test(text)) throwApex('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
        return new ApexUuid(text.toLowerCase());
    }

    equals(other: unknown): boolean {
        return other instanceof ApexUuid && other.text === this.text;
    }

    /** java.util.UUID's: the four 32 bit words combined by exclusive or. */
    hashCode(): number {
        const words = this.text.replaceAll('-', '').match(/.{8}/g) ?? [];
        return words.reduce((hash, word) => hash ^ parseInt(word, 16), 0) | 0;
    }

    compareTo(other: ApexUuid): number {
        return this.text < other.text ? -1 : this.text > other.text ? 1 : 0;
    }

    toString(): string {
        return this.text;
    }
}

defineBuiltIn('System.UUID', ApexUuid);
