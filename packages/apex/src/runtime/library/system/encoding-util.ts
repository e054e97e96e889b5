import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { ApexBlob } from '../../values/blob.ts';
import { required } from '../../values/null.ts';

/** Java's URLEncoder keeps these and the alphanumerics; a blank becomes a plus sign. */
function urlEncode(text: string | null, charset: string | null): string {
    checkCharset(charset);
    const encoded = encodeURIComponent(required(text).toWellFormed());
    return encoded
        .replaceAll('%20', '+')
        .replaceAll(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function urlDecode(text: string | null, charset: string | null): string {
    checkCharset(charset);
    try {
        return decodeURIComponent(required(text).replaceAll('+', ' '));
    } catch {
        throwApex('System.IllegalArgumentException', 'URLDecoder: Illegal hex characters in escape (%) pattern');
    }
}

/** @throws System.StringException for a charset other than UTF-8 and its relatives */
function checkCharset(charset: string | null): void {
    const name = required(charset).toLowerCase();
    if (!['utf-8', 'utf8', 'us-ascii', 'iso-8859-1'].includes(name))
        throwApex('System.StringException', `Unsupported encoding: ${charset}`);
}

function convertFromHex(text: string | null): ApexBlob {
    const digits = required(text);
    if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) {
        throwApex('System.IllegalArgumentException', `Illegal hexadecimal value: ${digits}`);
    }
    return new ApexBlob(Buffer.from(digits, 'hex'));
}

export const encodingUtilLibrary: TypeLibrary = {
    type: 'System.EncodingUtil',
    statics: {
        'base64Decode(String)': (text: string | null) => new ApexBlob(Buffer.from(required(text), 'base64')),
        'base64Encode(Blob)': (blob: ApexBlob | null) => Buffer.from(required(blob).bytes).toString('base64'),
        'convertFromHex(String)': convertFromHex,
        'convertToHex(Blob)': (blob: ApexBlob | null) => Buffer.from(required(blob).bytes).toString('hex'),
        'urlDecode(String,String)': urlDecode,
        'urlEncode(String,String)': urlEncode,
    },
};
