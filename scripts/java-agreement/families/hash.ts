import { ApexBlob } from '../../../packages/apex/src/runtime/values/blob.ts';
import { hashOfDouble, hashOfLong } from '../../../packages/apex/src/runtime/hash.ts';
import { ApexUuid } from '../../../packages/apex/src/runtime/library/system/uuid.ts';
import type { AgreementCase, Family } from '../agreement-case.ts';
import { libraryFunction } from '../library-functions.ts';
import type { Random } from '../random.ts';

const TEXT = [...'abcdefABCDEF0123456789 +%&=?/._-*~!', 'é', '\u20ac', '\u{1f600}', '\n'];
const HEX = [...'0123456789abcdef'];

const hex = (blob: unknown): string => Buffer.from((blob as ApexBlob).bytes).toString('hex');
const blob = (text: string): ApexBlob => ApexBlob.ofText(text);
const crypto = (signature: string, ...values: unknown[]): unknown => libraryFunction('Crypto', signature)(...values);
const encoding = (signature: string, ...values: unknown[]): string =>
    String(libraryFunction('EncodingUtil', signature)(...values));

const MAKERS: readonly ((random: Random, text: string) => AgreementCase)[] = [
    (random, text) => {
        const algorithm = random.pick([
            'MD5',
            'SHA-1',
            'SHA-256',
            'SHA-512',
            'SHA3-256',
            'SHA3-384',
            'SHA3-512',
            'CRC32',
        ]);
        return {
            question: ['hash.digest', text, algorithm],
            answer: () => hex(crypto('generateDigest(String,Blob)', algorithm, blob(text))),
        };
    },
    (random, text) => {
        const algorithm = random.pick(['HmacMD5', 'HmacSHA1', 'HmacSHA256', 'HmacSHA512']);
        const key = random.text(1, 150, TEXT);
        return {
            question: ['hash.mac', text, algorithm, key],
            answer: () => hex(crypto('generateMac(String,Blob,Blob)', algorithm, blob(text), blob(key))),
        };
    },
    (random, text) => {
        const size = random.pick([16, 24, 32]);
        const [key, iv] = [random.text(size, size, HEX), random.text(16, 16, HEX)];
        return {
            question: ['hash.aes', text, key, iv],
            answer: () =>
                hex(crypto('encrypt(String,Blob,Blob,Blob)', `AES${size * 8}`, blob(key), blob(iv), blob(text))),
        };
    },
    (_random, text) => ({
        question: ['hash.base64', text],
        answer: () => encoding('base64Encode(Blob)', blob(text)),
    }),
    (random, text) => {
        const charset = random.pick(['UTF-8', 'UTF-8', 'ISO-8859-1']);
        const written = charset === 'UTF-8' ? text : text.replaceAll(/[^\0-\xff]/g, 'x');
        return {
            question: ['hash.urlEncode', written, charset],
            answer: () => encoding('urlEncode(String,String)', written, charset),
        };
    },
    (random) => {
        const text = random.text(0, 12, [
            'a',
            'B',
            '+',
            '%20',
            '%41',
            '%C3%A9',
            '%e2%82%ac',
            '%',
            '%4',
            ' ',
            '%F0%9F%98%80',
        ]);
        return {
            question: ['hash.urlDecode', text, 'UTF-8'],
            answer: () => encoding('urlDecode(String,String)', text, 'UTF-8'),
        };
    },
    (random) => {
        const value = (random.next() - 0.5) * 10 ** random.between(-10, 20);
        return { question: ['hash.double', String(value)], answer: () => String(hashOfDouble(value)) };
    },
    (random) => {
        const value = BigInt.asIntN(
            64,
            BigInt(Math.floor(random.next() * 2 ** 53)) * BigInt(random.between(-5000, 5000)),
        );
        return { question: ['hash.long', String(value)], answer: () => String(hashOfLong(value)) };
    },
    (random) => {
        const digits = (count: number): string => random.text(count, count, HEX);
        const text = [digits(8), digits(4), digits(4), digits(4), digits(12)].join('-');
        return {
            question: ['hash.uuid', text],
            answer: () => `${new ApexUuid(text).hashCode()} ${new ApexUuid(text).toString()}`,
        };
    },
];

export const hashFamily: Family = {
    name: 'hash',
    share: 0.1,
    newCase: (random) => random.pick(MAKERS)(random, random.text(0, random.chance(0.1) ? 300 : 20, TEXT)),
};
