import { throwApex } from '../exceptions.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Apex Blob: bytes. The array is never changed after it was handed over. */
export class ApexBlob {
    readonly bytes: Uint8Array;

    constructor(bytes: Uint8Array) {
        this.bytes = bytes;
    }

    static ofText(text: string): ApexBlob {
        return new ApexBlob(Buffer.from(text, 'utf8'));
    }

    get size(): number {
        return this.bytes.length;
    }

    /** @throws System.StringException where the bytes are no UTF-8 */
    toText(): string {
        try {
            return utf8.decode(this.bytes);
        } catch {
            throwApex('System.StringException', 'BLOB is not a valid UTF-8 string');
        }
    }

    equals(other: unknown): boolean {
        return other instanceof ApexBlob && Buffer.compare(this.bytes, other.bytes) === 0;
    }

    hashCode(): number {
        let hash = 1;
        for (const byte of this.bytes) hash = (Math.imul(31, hash) + ((byte << 24) >> 24)) | 0;
        return hash;
    }

    /** The contents are not shown: `Blob[5]`. */
    toString(): string {
        return `Blob[${this.bytes.length}]`;
    }
}
