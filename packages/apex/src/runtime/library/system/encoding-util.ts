import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { ApexBlob } from '../../values/blob.ts';
import { required } from '../../values/null.ts';
import { urlDecode, urlEncode } from '../../values/url-encoding.ts';

export const encodingUtilLibrary: TypeLibrary = {
    type: 'System.EncodingUtil',
    statics: {
        /** Line breaks and characters outside of the alphabet are passed over, as the platform's decoder does. */
        'base64Decode(String)': (text: string) => new ApexBlob(Buffer.from(required(text), 'base64')),
        'base64Encode(Blob)': (blob: ApexBlob) => Buffer.from(required(blob).bytes).toString('base64'),
        'convertFromHex(String)': (text: string) => decodeHexadecimal(required(text)),
        'convertToHex(Blob)': (blob: ApexBlob) => Buffer.from(required(blob).bytes).toString('hex'),
        'urlDecode(String,String)': (text: string, encoding: string) => urlDecode(required(text), required(encoding)),
        'urlEncode(String,String)': (text: string, encoding: string) => urlEncode(required(text), required(encoding)),
    },
};

function decodeHexadecimal(text: string): ApexBlob {
    if (text.length % 2 !== 0 || /[^0-9A-Fa-f]/.test(text)) {
        throwApex('System.IllegalArgumentException', `Illegal hexadecimal value: ${text}`);
    }
    return new ApexBlob(Buffer.from(text, 'hex'));
}
