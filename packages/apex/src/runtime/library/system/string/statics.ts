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

/** Static methods that make strings of other values. */
export const valueStatics: Readonly<Record<string, LibraryFunction>> = {
    'format(String,List<Object>)': (pattern: string, values: ApexList) =>
        formatMessage(required(pattern), required(values).items),
    'fromCharArray(List<Integer>)': (codes: ApexList) => fromCodes(required(codes)),
    'getCommonPrefix(List<String>)': (texts: ApexList) => commonPrefix(required(texts).items as (string | null)[]),
    'join(Object,String)': join,
    'valueOf(Date)': (date: ApexDate | null) => required(date).toIsoString(),
    'valueOf(Datetime)': (datetime: ApexDatetime | null) => required(datetime).toTextIn(userZone()),
    'valueOf(Decimal)': (value: Decimal | null) => required(value).toString(),
    'valueOf(Double)': (value: number | null) => doubleToString(required(value)),
    'valueOf(Integer)': (value: number | null) => String(required(value)),
    'valueOf(Long)': (value: bigint | null) => String(required(value)),
    'valueOf(Object)': (value: unknown) => (value === null ? null : apexToString(value)),
    'valueOfGmt(Datetime)': (datetime: ApexDatetime | null) => required(datetime).toString(),
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
