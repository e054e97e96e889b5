import type { ApexList } from '../../../collections/list.ts';
import type { LibraryFunction } from '../../../library.ts';
import type { ApexDate } from '../../../values/date.ts';
import type { ApexDatetime } from '../../../values/datetime.ts';
import type { Decimal } from '../../../values/decimal.ts';
import { doubleToString } from '../../../values/double-text.ts';
import { userZone } from '../../../values/locale.ts';
import { formatMessage } from '../../../values/message-format.ts';
import { required } from '../../../values/null.ts';
import { join } from './join.ts';
import { apexToString } from '../../../to-string.ts';

/** Static methods that make strings of other values; the text of null is null. */
export const valueStatics: Readonly<Record<string, LibraryFunction>> = {
    'format(String,List<Object>)': (pattern: string, values: ApexList) =>
        formatMessage(required(pattern), required(values).items),
    'fromCharArray(List<Integer>)': (codes: ApexList) => fromCodes(required(codes)),
    'getCommonPrefix(List<String>)': (texts: ApexList) => commonPrefix(required(texts).items as (string | null)[]),
    'join(Object,String)': join,
    'valueOf(Date)': (date: ApexDate | null) => date?.toIsoString() ?? null,
    'valueOf(Datetime)': (datetime: ApexDatetime | null) => datetime?.toTextIn(userZone()) ?? null,
    'valueOf(Decimal)': (value: Decimal | null) => value?.toString() ?? null,
    'valueOf(Double)': (value: number | null) => (value === null ? null : doubleToString(value)),
    'valueOf(Integer)': (value: number | null) => (value === null ? null : String(value)),
    'valueOf(Long)': (value: bigint | null) => (value === null ? null : String(value)),
    'valueOf(Object)': (value: unknown) => (value === null ? null : apexToString(value)),
    'valueOfGmt(Datetime)': (datetime: ApexDatetime | null) => datetime?.toString() ?? null,
    'escapeSingleQuotes(String)': (text: string | null) => required(text).replaceAll("'", "\\'"),
};

function fromCodes(codes: ApexList): string {
    return codes.items.map((code) => String.fromCharCode(required(code as number | null))).join('');
}

function commonPrefix(texts: readonly (string | null)[]): string {
    const [first = ''] = texts;
    if (first === null) return '';
    let length = first.length;
    for (const text of texts) {
        let at = 0;
        while (at < length && text !== null && text.charCodeAt(at) === first.charCodeAt(at)) at++;
        length = at;
    }
    return first.slice(0, length);
}
