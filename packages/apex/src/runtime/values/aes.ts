import { createCipheriv, createDecipheriv } from 'node:crypto';
import { throwApex } from '../exceptions.ts';

/** AES in CBC mode with PKCS #5 padding: the platform's `AES128`, `AES192` and `AES256`. */
const KEY_BYTES: Readonly<Record<string, number>> = { AES128: 16, AES192: 24, AES256: 32 };

export const IV_BYTES = 16;

export function encryptAes(algorithm: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer {
    const cipher = createCipheriv(checkedName(algorithm, key, iv), key, iv);
    return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** @throws System.SecurityException where the data is no whole number of blocks or its padding is wrong */
export function decryptAes(algorithm: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer {
    const name = checkedName(algorithm, key, iv);
    if (data.length % IV_BYTES !== 0) {
        throwApex('System.SecurityException', 'Input length must be multiple of 16 when decrypting with padded cipher');
    }
    const cipher = createDecipheriv(name, key, iv);
    const decrypted = cipher.update(data);
    try {
        return Buffer.concat([decrypted, cipher.final()]);
    } catch {
        throwApex(
            'System.SecurityException',
            'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.',
        );
    }
}

/** @throws System.InvalidParameterValueException for an algorithm, key or vector that does not fit */
function checkedName(algorithm: string, key: Uint8Array, iv: Uint8Array): string {
    const length = KEY_BYTES[algorithm.toUpperCase()];
    if (length === undefined) {
        throwApex(
            'System.InvalidParameterValueException',
            `Invalid algorithm ${algorithm}. Must be AES128, AES192, or AES256.`,
        );
    }
    if (key.length !== length) {
        throwApex('System.InvalidParameterValueException', `Invalid private key. Must be ${length} bytes.`);
    }
    if (iv.length !== IV_BYTES) {
        throwApex('System.InvalidParameterValueException', `Invalid initialization vector. Must be ${IV_BYTES} bytes.`);
    }
    return `aes-${length * 8}-cbc`;
}
