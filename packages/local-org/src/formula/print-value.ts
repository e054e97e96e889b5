import type { StoredValue } from '../store/stored-row.ts';

/** Numbers, dates and times as TEXT() prints them (Salesforce Help, "TEXT"): no grouping, GMT. */
export function printNumber(value: StoredValue): StoredValue {
    if (typeof value !== 'number') return null;
    const text = String(value);
    return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

export function printDate(value: StoredValue): StoredValue {
    return typeof value === 'number' ? new Date(value * 86_400_000).toISOString().slice(0, 10) : null;
}

export function printDatetime(value: StoredValue): StoredValue {
    return typeof value === 'number' ? `${new Date(value).toISOString().slice(0, 19).replace('T', ' ')}Z` : null;
}

export function printTime(value: StoredValue): StoredValue {
    return typeof value === 'number' ? new Date(value).toISOString().slice(11, 23) : null;
}
