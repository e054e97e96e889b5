import { throwApex } from '../exceptions.ts';

/** The encodings that Node can write; others are refused by name. */
const ENCODINGS: Readonly<Record<string, BufferEncoding>> = {
    'UTF-8': 'utf8',
    UTF8: 'utf8',
    'ISO-8859-1': 'latin1',
    LATIN1: 'latin1',
    'US-ASCII': 'latin1',
    'UTF-16LE': 'utf16le',
};

function encodingOf(name: string): BufferEncoding {
    return (
        ENCODINGS[name.toUpperCase()] ?? throwApex('System.InvalidParameterValueException', `Invalid encoding: ${name}`)
    );
}

/** As java.net.URLEncoder: letters, digits and `.-*_` stay, a blank is a plus, all else is bytes. */
export function urlEncode(text: string, encoding: string): string {
    const bytesOf = encodingOf(encoding);
    return text.replaceAll(/[^A-Za-z0-9.\-*_]+/g, (run) =>
        run
            .split(' ')
            .map((part) => percentEncode(Buffer.from(replaceLoneSurrogates(part), bytesOf)))
            .join('+'),
    );
}

function percentEncode(bytes: Buffer): string {
    let encoded = '';
    for (const byte of bytes) encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    return encoded;
}

/** Java writes half a surrogate pair as a question mark. */
function replaceLoneSurrogates(text: string): string {
    return text.isWellFormed() ? text : text.replaceAll(/\p{Surrogate}/gu, '?');
}

const ESCAPE = /(?:%(?:[0-9A-Fa-f]{2}|\+[0-9A-Fa-f]))+|%|\+/g;

/**
 * As java.net.URLDecoder, which takes `%+B` for `%0B`.
 *
 * @throws System.IllegalArgumentException for a percent sign without two hexadecimal digits
 */
export function urlDecode(text: string, encoding: string): string {
    const bytesOf = encodingOf(encoding);
    return text.replaceAll(ESCAPE, (run) => {
        if (run === '+') return ' ';
        if (run === '%') {
            throwApex('System.IllegalArgumentException', 'URLDecoder: Illegal hex characters in escape (%) pattern');
        }
        return Buffer.from(run.replaceAll('+', '0').replaceAll('%', ''), 'hex').toString(bytesOf);
    });
}
