import { ApexDate, ApexTime } from '@sw-studio/apex/runtime';
import type { SoqlFieldType } from '@sw-studio/soql';
import type { StoredValue } from '../../store/stored-row.ts';

const ISO_ZONE = /Z$/;

/** A stored value as the REST API writes it: datetimes in UTC with `+0000`, dates and times as ISO text. */
export function storedToJson(type: SoqlFieldType, value: StoredValue): unknown {
    if (value === null || value === undefined) return type === 'boolean' ? false : null;
    switch (type as string) {
        case 'datetime':
            return new Date(value as number).toISOString().replace(ISO_ZONE, '+0000');
        case 'date':
            return new ApexDate(value as number).toIsoString();
        case 'time':
            return new ApexTime(value as number).toString();
        case 'anyType':
            return JSON.parse(value as string) as unknown;
        default:
            return value;
    }
}

/** As the Bulk API writes it into CSV; null is the empty text. */
export function storedToText(type: SoqlFieldType, value: StoredValue): string {
    const json = storedToJson(type, value);
    if (json === null) return '';
    if (typeof json !== 'string') return JSON.stringify(json);
    return type === 'datetime' ? json.replace('+0000', 'Z') : json;
}
