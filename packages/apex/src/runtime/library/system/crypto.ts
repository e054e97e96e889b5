import {
    createCipheriv,
    createDecipheriv,
    createHash,
    createHmac,
    createPrivateKey,
    createPublicKey,
    sign,
    timingSafeEqual,
    verify,
} from 'node:crypto';
import { crc32 } from 'node:zlib';
import { current } from '../../context.ts';
import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { ApexBlob } from '../../values/blob.ts';
import { required } from '../../values/null.ts';

/** Algorithm names of the Apex reference ("Crypto Class") and what Node.js calls them. */
const DIGESTS: Readonly<Record<string, string>> = {
    md5: 'md5',
    sha1: 'sha1',
    'sha-1': 'sha1',
    'sha-256': 'sha256',
    sha256: 'sha256',
    'sha-512': 'sha512',
    sha512: 'sha512',
    'sha3-256': 'sha3-256',
    'sha3-384': 'sha3-384',
    'sha3-512': 'sha3-512',
};

const MACS: Readonly<Record<string, string>> = {
    hmacmd5: 'md5',
    hmacsha1: 'sha1',
    hmacsha256: 'sha256',
    hmacsha512: 'sha512',
};

const SIGNATURES: Readonly<Record<string, string>> = {
    rsa: 'sha1',
    'rsa-sha1': 'sha1',
    'rsa-sha256': 'sha256',
    'rsa-sha384': 'sha384',
    'rsa-sha512': 'sha512',
    'ecdsa-sha256': 'sha256',
    'ecdsa-sha384': 'sha384',
    'ecdsa-sha512': 'sha512',
};

const INITIALIZATION_VECTOR_LENGTH = 16;

function algorithm(table: Readonly<Record<string, string>>, name: string | null): string {
    const found = table[required(name).toLowerCase()];
    return found ?? throwApex('System.InvalidParameterValueException', `Invalid algorithm: ${name}`);
}

function generateDigest(name: string | null, input: ApexBlob | null): ApexBlob {
    const { bytes } = required(input);
    if (name?.toLowerCase() === 'crc32') {
        const checksum = Buffer.alloc(4);
        checksum.writeUInt32BE(crc32(bytes));
        return new ApexBlob(checksum);
    }
    return new ApexBlob(createHash(algorithm(DIGESTS, name)).update(bytes).digest());
}

function generateMac(name: string | null, input: ApexBlob | null, key: ApexBlob | null): ApexBlob {
    return new ApexBlob(createHmac(algorithm(MACS, name), required(key).bytes).update(required(input).bytes).digest());
}

function verifyHmac(name: string | null, input: ApexBlob | null, key: ApexBlob | null, mac: ApexBlob | null): boolean {
    const expected = generateMac(name, input, key).bytes;
    const { bytes } = required(mac);
    return expected.length === bytes.length && timingSafeEqual(expected, bytes);
}

/** AES in CBC mode with PKCS#5 padding, by the length of the key. */
function cipherName(name: string | null, key: Uint8Array): string {
    const bits = Number(/^AES(128|192|256)$/i.exec(required(name))?.[1] ?? 0);
    if (bits === 0) throwApex('System.InvalidParameterValueException', `Invalid algorithm: ${name}`);
    if (key.length * 8 !== bits) {
        throwApex('System.InvalidParameterValueException', `Invalid private key. Must be ${bits / 8} bytes.`);
    }
    return `aes-${bits}-cbc`;
}

function encrypt(name: string | null, key: ApexBlob | null, vector: ApexBlob | null, clear: ApexBlob | null): ApexBlob {
    const { bytes } = required(key);
    const cipher = createCipheriv(cipherName(name, bytes), bytes, checkedVector(vector));
    return new ApexBlob(Buffer.concat([cipher.update(required(clear).bytes), cipher.final()]));
}

function decrypt(name: string | null, key: ApexBlob | null, vector: ApexBlob | null, data: ApexBlob | null): ApexBlob {
    const { bytes } = required(key);
    const decipher = createDecipheriv(cipherName(name, bytes), bytes, checkedVector(vector));
    try {
        return new ApexBlob(Buffer.concat([decipher.update(required(data).bytes), decipher.final()]));
    } catch {
        throwApex(
            'System.SecurityException',
            'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.',
        );
    }
}

function checkedVector(vector: ApexBlob | null): Uint8Array {
    const { bytes } = required(vector);
    if (bytes.length !== INITIALIZATION_VECTOR_LENGTH) {
        throwApex(
            'System.InvalidParameterValueException',
            `Invalid initialization vector. Must be ${INITIALIZATION_VECTOR_LENGTH} bytes.`,
        );
    }
    return bytes;
}

/** The vector stands before the encrypted data. */
function encryptWithManagedIv(name: string | null, key: ApexBlob | null, clear: ApexBlob | null): ApexBlob {
    const vector = randomBytes(INITIALIZATION_VECTOR_LENGTH);
    const encrypted = encrypt(name, key, new ApexBlob(vector), clear);
    return new ApexBlob(Buffer.concat([vector, encrypted.bytes]));
}

function decryptWithManagedIv(name: string | null, key: ApexBlob | null, data: ApexBlob | null): ApexBlob {
    const { bytes } = required(data);
    const vector = new ApexBlob(bytes.subarray(0, INITIALIZATION_VECTOR_LENGTH));
    return decrypt(name, key, vector, new ApexBlob(bytes.subarray(INITIALIZATION_VECTOR_LENGTH)));
}

function generateAesKey(bits: number | null): ApexBlob {
    if (![128, 192, 256].includes(required(bits)))
        throwApex('System.InvalidParameterValueException', `Invalid key size: ${bits}. Must be 128, 192, or 256.`);
    return new ApexBlob(randomBytes(required(bits) / 8));
}

/** From the transaction's own random numbers, so that a run can be repeated. */
export function randomBytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => Math.floor(current.transaction.random() * 256)));
}

/** @param key PKCS#8 in DER */
function signWithKey(name: string | null, input: ApexBlob | null, key: ApexBlob | null): ApexBlob {
    const digest = algorithm(SIGNATURES, name);
    const privateKey = keyFrom(() =>
        createPrivateKey({ key: Buffer.from(required(key).bytes), format: 'der', type: 'pkcs8' }),
    );
    return new ApexBlob(sign(digest, required(input).bytes, privateKey));
}

/** @param key X.509 SubjectPublicKeyInfo in DER */
function verifyWithKey(
    name: string | null,
    data: ApexBlob | null,
    signature: ApexBlob | null,
    key: ApexBlob | null,
): boolean {
    const digest = algorithm(SIGNATURES, name);
    const publicKey = keyFrom(() =>
        createPublicKey({ key: Buffer.from(required(key).bytes), format: 'der', type: 'spki' }),
    );
    return verify(digest, required(data).bytes, publicKey, required(signature).bytes);
}

function keyFrom<T>(read: () => T): T {
    try {
        return read();
    } catch {
        throwApex('System.InvalidParameterValueException', 'Invalid key');
    }
}

export const cryptoLibrary: TypeLibrary = {
    type: 'System.Crypto',
    statics: {
        'decrypt(String,Blob,Blob,Blob)': decrypt,
        'decryptWithManagedIV(String,Blob,Blob)': decryptWithManagedIv,
        'encrypt(String,Blob,Blob,Blob)': encrypt,
        'encryptWithManagedIV(String,Blob,Blob)': encryptWithManagedIv,
        'generateAesKey(Integer)': generateAesKey,
        'generateDigest(String,Blob)': generateDigest,
        'generateMac(String,Blob,Blob)': generateMac,
        'getRandomInteger()': () => randomBytes(4).readInt32BE(),
        'getRandomLong()': () => randomBytes(8).readBigInt64BE(),
        'sign(String,Blob,Blob)': signWithKey,
        'verify(String,Blob,Blob,Blob)': verifyWithKey,
        'verifyHmac(String,Blob,Blob,Blob)': verifyHmac,
    },
};
