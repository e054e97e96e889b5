import { throwApex } from '../exceptions.ts';

/** Node's names of the platform's algorithms. */
const DIGESTS: Readonly<Record<string, string>> = {
    MD5: 'md5',
    SHA1: 'sha1',
    'SHA-1': 'sha1',
    'SHA-256': 'sha256',
    SHA256: 'sha256',
    'SHA-512': 'sha512',
    SHA512: 'sha512',
    'SHA3-256': 'sha3-256',
    'SHA3-384': 'sha3-384',
    'SHA3-512': 'sha3-512',
};

const MACS: Readonly<Record<string, string>> = {
    HMACMD5: 'md5',
    HMACSHA1: 'sha1',
    HMACSHA256: 'sha256',
    HMACSHA512: 'sha512',
};

/** RSA and elliptic curves; the names say the digest. */
const SIGNATURES: Readonly<Record<string, string>> = {
    RSA: 'sha1',
    'RSA-SHA1': 'sha1',
    'RSA-SHA256': 'sha256',
    'RSA-SHA384': 'sha384',
    'RSA-SHA512': 'sha512',
    'ECDSA-SHA256': 'sha256',
    'ECDSA-SHA384': 'sha384',
    'ECDSA-SHA512': 'sha512',
};

export function digestName(algorithm: string): string {
    return DIGESTS[algorithm.toUpperCase()] ?? refuse(algorithm);
}

export function macName(algorithm: string): string {
    return MACS[algorithm.toUpperCase()] ?? refuse(algorithm);
}

export function signatureDigestName(algorithm: string): string {
    return SIGNATURES[algorithm.toUpperCase()] ?? refuse(algorithm);
}

function refuse(algorithm: string): never {
    throwApex('System.InvalidParameterValueException', `Algorithm not supported: ${algorithm}`);
}
