import { calendarDay, epochDay, MILLISECONDS_PER_DAY } from './calendar.ts';

/**
 * Offsets of IANA zones. ICU knows them but answers in microseconds, too slow for code that formats thousands of
 * datetimes; so the transitions of a year are found once by bisection, and look-ups afterwards compare a few numbers.
 */
interface Span {
    /** Epoch milliseconds, inclusive. */
    readonly from: number;
    /** Exclusive. */
    readonly to: number;
    /** Milliseconds to add to UTC. */
    readonly offset: number;
}

/** No zone has changed its clock twice within this time since 1883. */
const PROBE_DAYS = 7;

export class ZoneRules {
    /** IANA name, or `GMT` and `GMT+05:30` forms. */
    readonly id: string;
    private readonly formatter: Intl.DateTimeFormat | null;
    private readonly years = new Map<number, readonly Span[]>();
    private last: Span;

    constructor(id: string, fixedOffset: number | null) {
        this.id = id;
        this.formatter = fixedOffset === null ? newFormatter(id) : null;
        this.last = {
            from: fixedOffset === null ? 0 : -Infinity,
            to: fixedOffset === null ? 0 : Infinity,
            offset: fixedOffset ?? 0,
        };
    }

    /** @param instant epoch milliseconds */
    offsetAt(instant: number): number {
        const last = this.last;
        if (instant >= last.from && instant < last.to) return last.offset;
        for (const span of this.spansOf(calendarDay(Math.floor(instant / MILLISECONDS_PER_DAY)).year)) {
            if (instant < span.to) {
                this.last = span;
                return span.offset;
            }
        }
        return this.measure(instant);
    }

    /**
     * The instant at which clocks show `local` (milliseconds as if it were UTC). As java.util.GregorianCalendar: a time
     * that a change skips is read with the offset before it, a time that happens twice is the second one; both are
     * standard time where daylight saving is the reason.
     */
    instantOf(local: number): number {
        const before = this.offsetAt(local - MILLISECONDS_PER_DAY);
        const after = this.offsetAt(local + MILLISECONDS_PER_DAY);
        if (before === after) return local - before;
        const first = this.offsetAt(local - before) === before;
        const second = this.offsetAt(local - after) === after;
        if (first !== second) return local - (first ? before : after);
        return local - Math.min(before, after);
    }

    /** The offset of standard time in the year of `instant`. */
    standardOffsetAt(instant: number): number {
        const spans =
            this.formatter === null
                ? [this.last]
                : this.spansOf(calendarDay(Math.floor(instant / MILLISECONDS_PER_DAY)).year);
        return Math.min(...spans.map((span) => span.offset));
    }

    private spansOf(year: number): readonly Span[] {
        let spans = this.years.get(year);
        if (spans === undefined) {
            spans = this.findSpans(
                epochDay(year, 1, 1) * MILLISECONDS_PER_DAY,
                epochDay(year + 1, 1, 1) * MILLISECONDS_PER_DAY,
            );
            this.years.set(year, spans);
        }
        return spans;
    }

    private findSpans(from: number, to: number): Span[] {
        const spans: Span[] = [];
        let start = from;
        let offset = this.measure(from);
        for (let at = from; at < to;) {
            const next = Math.min(at + PROBE_DAYS * MILLISECONDS_PER_DAY, to - 1);
            const found = this.measure(next);
            if (found !== offset) {
                const change = this.bisect(at, next, offset);
                spans.push({ from: start, to: change, offset });
                start = change;
                offset = this.measure(change);
                at = change;
            } else {
                at = next === to - 1 ? to : next;
            }
        }
        spans.push({ from: start, to, offset });
        return spans;
    }

    /** The first millisecond in (low, high] whose offset is not `offset`; changes fall on whole seconds. */
    private bisect(low: number, high: number, offset: number): number {
        let same = Math.floor(low / 1000);
        let changed = Math.ceil(high / 1000);
        while (changed - same > 1) {
            const middle = Math.floor((same + changed) / 2);
            if (this.measure(middle * 1000) === offset) same = middle;
            else changed = middle;
        }
        return changed * 1000;
    }

    private measure(instant: number): number {
        if (this.formatter === null) return this.last.offset;
        const fields: Record<string, number> = {};
        let era = '';
        for (const { type, value } of this.formatter.formatToParts(instant)) {
            if (type === 'era') era = value;
            else fields[type] = Number(value);
        }
        const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
        const days = epochDay(era.startsWith('B') ? 1 - year : year, month, day);
        const shown = days * MILLISECONDS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000;
        return shown - Math.floor(instant / 1000) * 1000;
    }
}

function newFormatter(id: string): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat('en-US', {
        timeZone: id,
        calendar: 'gregory',
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
    });
}

const zones = new Map<string, ZoneRules>();

export const GMT: ZoneRules = new ZoneRules('GMT', 0);

/** `GMT+5`, `GMT-05:30`, `GMT+0530`: java.util.TimeZone's custom ids. */
const CUSTOM = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/;

/** Three-letter ids that Java still knows and ICU reads differently or not at all. */
const JAVA_SHORT_IDS: Readonly<Record<string, string>> = {
    ACT: 'Australia/Darwin',
    AET: 'Australia/Sydney',
    AGT: 'America/Argentina/Buenos_Aires',
    ART: 'Africa/Cairo',
    AST: 'America/Anchorage',
    BET: 'America/Sao_Paulo',
    BST: 'Asia/Dhaka',
    CAT: 'Africa/Harare',
    CNT: 'America/St_Johns',
    CST: 'America/Chicago',
    CTT: 'Asia/Shanghai',
    EAT: 'Africa/Addis_Ababa',
    ECT: 'Europe/Paris',
    IET: 'America/Indiana/Indianapolis',
    IST: 'Asia/Kolkata',
    JST: 'Asia/Tokyo',
    MIT: 'Pacific/Apia',
    NET: 'Asia/Yerevan',
    NST: 'Pacific/Auckland',
    PLT: 'Asia/Karachi',
    PNT: 'America/Phoenix',
    PRT: 'America/Puerto_Rico',
    PST: 'America/Los_Angeles',
    SST: 'Pacific/Guadalcanal',
    VST: 'Asia/Ho_Chi_Minh',
};

const JAVA_FIXED_IDS: Readonly<Record<string, number>> = { EST: -5, MST: -7, HST: -10, UTC: 0, UCT: 0, Zulu: 0, Z: 0 };

/** As java.util.TimeZone.getTimeZone: an id that nobody knows is GMT. */
export function timeZone(id: string): ZoneRules {
    let zone = zones.get(id);
    if (zone === undefined) {
        zone = readZone(id);
        zones.set(id, zone);
    }
    return zone;
}

function readZone(id: string): ZoneRules {
    if (id === 'GMT') return GMT;
    const fixed = JAVA_FIXED_IDS[id];
    if (fixed !== undefined) return new ZoneRules(id, fixed * 3_600_000);
    const custom = CUSTOM.exec(id);
    if (custom !== null) {
        const [, sign = '+', hours = '0', minutes = '0'] = custom;
        if (Number(hours) < 24 && Number(minutes) < 60) return customZone(sign, Number(hours), Number(minutes));
        return GMT;
    }
    try {
        const rules = new ZoneRules(JAVA_SHORT_IDS[id] ?? id, null);
        return JAVA_SHORT_IDS[id] === undefined ? rules : Object.assign(rules, { id });
    } catch (error) {
        if (error instanceof RangeError) return GMT;
        throw error;
    }
}

function customZone(sign: string, hours: number, minutes: number): ZoneRules {
    const offset = (hours * 60 + minutes) * 60_000;
    const id = `GMT${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    return new ZoneRules(offset === 0 ? 'GMT' : id, sign === '-' ? 0 - offset : offset);
}
