import type { ZoneRules } from './time-zone.ts';

/**
 * Names of zones in English: `PST`, `Pacific Standard Time`. ICU has abbreviations for few zones only and prints an
 * offset for the others; `ABBREVIATIONS` has those that Java knows beyond it.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly [standard: string, daylight: string]>> = {
    'Central European': ['CET', 'CEST'],
    'Eastern European': ['EET', 'EEST'],
    'Western European': ['WET', 'WEST'],
    'Greenwich Mean': ['GMT', 'GMT'],
    'British Summer': ['GMT', 'BST'],
    'Irish Standard': ['GMT', 'IST'],
    India: ['IST', 'IST'],
    Japan: ['JST', 'JDT'],
    Korean: ['KST', 'KDT'],
    China: ['CST', 'CDT'],
    'Hong Kong': ['HKT', 'HKST'],
    Singapore: ['SGT', 'SGT'],
    Philippine: ['PST', 'PDT'],
    Israel: ['IST', 'IDT'],
    Arabian: ['AST', 'ADT'],
    Gulf: ['GST', 'GST'],
    Moscow: ['MSK', 'MSD'],
    Pakistan: ['PKT', 'PKST'],
    Indochina: ['ICT', 'ICT'],
    'Western Indonesia': ['WIB', 'WIB'],
    'Australian Eastern': ['AEST', 'AEDT'],
    'Australian Central': ['ACST', 'ACDT'],
    'Australian Western': ['AWST', 'AWDT'],
    'New Zealand': ['NZST', 'NZDT'],
    Brasilia: ['BRT', 'BRST'],
    Argentina: ['ART', 'ARST'],
    'South Africa': ['SAST', 'SAST'],
    'East Africa': ['EAT', 'EAT'],
    'West Africa': ['WAT', 'WAST'],
    'Central Africa': ['CAT', 'CAT'],
};

const longNames = new Map<string, Intl.DateTimeFormat>();
const shortNames = new Map<string, Intl.DateTimeFormat>();

/** @param instant epoch milliseconds: says whether daylight saving time is in force */
export function zoneName(zone: ZoneRules, instant: number, long: boolean): string {
    if (/^GMT[+-]/.test(zone.id)) return zone.id;
    if (zone.id === 'GMT' || zone.id === 'UTC') return long ? longUtcName(zone.id) : zone.id;
    const longName = nameOf(longNames, 'long', zone.id, instant);
    if (long) return longName;
    const shortName = nameOf(shortNames, 'short', zone.id, instant);
    if (!shortName.startsWith('GMT') || shortName === 'GMT') return shortName;
    const entry = Object.entries(ABBREVIATIONS).find(([prefix]) => longName.startsWith(prefix));
    if (entry === undefined) return shortName;
    const daylight = zone.offsetAt(instant) !== zone.standardOffsetAt(instant);
    return entry[1][daylight ? 1 : 0];
}

function longUtcName(id: string): string {
    return id === 'GMT' ? 'Greenwich Mean Time' : 'Coordinated Universal Time';
}

function nameOf(
    formatters: Map<string, Intl.DateTimeFormat>,
    style: 'long' | 'short',
    id: string,
    instant: number,
): string {
    let formatter = formatters.get(id);
    if (formatter === undefined) {
        formatter = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: style });
        formatters.set(id, formatter);
    }
    return formatter.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? id;
}
