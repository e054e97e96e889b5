import { defineBuiltIn } from '../../built-in-type.ts';
import { throwApex } from '../../exceptions.ts';
import { hashOfLong } from '../../hash.ts';
import type { TypeLibrary } from '../../library.ts';
import { required } from '../../values/null.ts';
import { randomBytes } from './crypto.ts';

const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `System.UUID`: 128 bits, printed in lower case. */
export class ApexUuid {
    readonly text: string;

    constructor(text: string) {
        this.text = text.toLowerCase();
    }

    equals(other: unknown): boolean {
        return other instanceof ApexUuid && other.text === this.text;
    }

    /** Java's `UUID.hashCode`. */
    hashCode(): number {
        const digits = this.text.replaceAll('-', '');
        return hashOfLong(BigInt(`0x${digits.slice(0, 16)}`) ^ BigInt(`0x${digits.slice(16)}`));
    }

    toString(): string {
        return this.text;
    }
}

defineBuiltIn('System.UUID', ApexUuid);

/** Version 4 (RFC 9562, section 5.4). */
export function randomUuid(): ApexUuid {
    const bytes = randomBytes(16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const digits = bytes.toString('hex');
    return new ApexUuid(
        [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
            '-',
        ),
    );
}

function fromString(text: string | null): ApexUuid {
    if (!UUID_FORM.test(required(text))) throwApex('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
    return new ApexUuid(required(text));
}

export const uuidLibrary: TypeLibrary = {
    type: 'System.UUID',
    statics: {
        'fromString(String)': fromString,
        'randomUUID()': randomUuid,
    },
    methods: {
        'equals(Object)': (self: ApexUuid, other: unknown) => self.equals(other),
        'hashCode()': (self: ApexUuid) => self.hashCode(),
        'toString()': (self: ApexUuid) => self.text,
    },
};
