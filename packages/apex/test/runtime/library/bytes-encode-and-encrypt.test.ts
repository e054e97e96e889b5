import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { ApexBlob } from '../../../src/runtime/values/blob.ts';
import { apexErrorOf } from '../apex-errors.ts';
import { callMethod, callStatic, runAs } from './library-calls.ts';

const blob = (text: string): ApexBlob => ApexBlob.ofText(text);
const hex = (value: unknown): unknown => callStatic('EncodingUtil', 'convertToHex(Blob)', value);

test('a Blob is bytes, and text only where they are UTF-8', () => {
    assert.equal(callMethod('Blob', 'size()', blob('é')), 2);
    assert.equal(callMethod('Blob', 'toString()', blob('é')), 'é');
    assert.equal(String(blob('abc')), 'Blob[3]');
    const bytes = callStatic('EncodingUtil', 'convertFromHex(String)', 'ff00');
    assert.equal(
        apexErrorOf(() => callMethod('Blob', 'toString()', bytes)),
        'System.StringException: BLOB is not a valid UTF-8 string',
    );
});

test('hexadecimal, base 64 and URLs', () => {
    assert.equal(hex(blob('abc')), '616263');
    assert.equal(callStatic('EncodingUtil', 'base64Encode(Blob)', blob('abc')), 'YWJj');
    assert.equal(
        String(callMethod('Blob', 'toString()', callStatic('EncodingUtil', 'base64Decode(String)', 'YW\nJj'))),
        'abc',
    );
    assert.equal(callStatic('EncodingUtil', 'urlEncode(String,String)', 'a b&é~', 'UTF-8'), 'a+b%26%C3%A9%7E');
    assert.equal(callStatic('EncodingUtil', 'urlDecode(String,String)', 'a+b%26%C3%A9', 'UTF-8'), 'a b&é');
    assert.match(
        apexErrorOf(() => callStatic('EncodingUtil', 'convertFromHex(String)', 'xyz')),
        /^System\.IllegalArgumentException/,
    );
});

// The test vectors of FIPS 180-4 and RFC 4231
test('digests and message authentication codes', () => {
    assert.equal(
        hex(callStatic('Crypto', 'generateDigest(String,Blob)', 'SHA-256', blob('abc'))),
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    const mac = callStatic(
        'Crypto',
        'generateMac(String,Blob,Blob)',
        'HmacSHA256',
        blob('what do ya want for nothing?'),
        blob('Jefe'),
    );
    assert.equal(hex(mac), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    const verify = (code: unknown): unknown =>
        callStatic(
            'Crypto',
            'verifyHmac(String,Blob,Blob,Blob)',
            'HmacSHA256',
            blob('what do ya want for nothing?'),
            blob('Jefe'),
            code,
        );
    assert.equal(verify(mac), true);
    assert.equal(verify(blob('x')), false);
});

test('what is encrypted with a managed vector is decrypted with the same key only', () => {
    let state = 1;
    runAs({ random: () => (state = (state * 16807) % 2147483647) / 2147483647 });
    for (const size of [128, 192, 256]) {
        const key = callStatic('Crypto', 'generateAesKey(Integer)', size);
        const encrypted = callStatic(
            'Crypto',
            'encryptWithManagedIV(String,Blob,Blob)',
            `AES${size}`,
            key,
            blob('secret'),
        );
        const decrypted = callStatic('Crypto', 'decryptWithManagedIV(String,Blob,Blob)', `AES${size}`, key, encrypted);
        assert.equal(callMethod('Blob', 'toString()', decrypted), 'secret');
    }
    assert.match(
        apexErrorOf(() =>
            callStatic('Crypto', 'encryptWithManagedIV(String,Blob,Blob)', 'AES128', blob('short'), blob('x')),
        ),
        /^System\.InvalidParameterValueException: /,
    );
});

test('signatures verify with the public key', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const der = {
        private: privateKey.export({ format: 'der', type: 'pkcs8' }),
        public: publicKey.export({ format: 'der', type: 'spki' }),
    };
    const signature = callStatic(
        'Crypto',
        'sign(String,Blob,Blob)',
        'RSA-SHA256',
        blob('data'),
        new ApexBlob(der.private),
    );
    const verify = (text: string): unknown =>
        callStatic(
            'Crypto',
            'verify(String,Blob,Blob,Blob)',
            'RSA-SHA256',
            blob(text),
            signature,
            new ApexBlob(der.public),
        );
    assert.equal(verify('data'), true);
    assert.equal(verify('date'), false);
});

test('the same seed gives the same random values', () => {
    const roll = (): unknown[] => {
        let state = 7;
        runAs({ random: () => (state = (state * 16807) % 2147483647) / 2147483647 });
        return [
            callStatic('Crypto', 'getRandomInteger()'),
            callStatic('Crypto', 'getRandomLong()'),
            String(callStatic('UUID', 'randomUUID()')),
        ];
    };
    assert.deepEqual(roll(), roll());
    assert.match(String(roll()[2]), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
