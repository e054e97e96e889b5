const formats = new Map<string, Intl.DateTimeFormat>();

/** The day, counted from 1970-01-01, that a calendar in the zone shows. @param zone IANA name */
export function localDay(now: number, zone: string): number {
    let format = formats.get(zone);
    if (format === undefined) {
        format = new Intl.DateTimeFormat('en-CA', {
            timeZone: zone,
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
        });
        formats.set(zone, format);
    }
    return Date.parse(`${format.format(now)}T00:00:00Z`) / 86_400_000;
}
