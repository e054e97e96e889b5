import { addMonths, calendarDay, dayOfWeek, dayOfYear, epochDay, MILLISECONDS_PER_DAY } from './calendar.ts';
import { ApexDate } from './date.ts';
import { ApexTime } from './time.ts';
import { GMT, type ZoneRules } from './time-zone.ts';

/** What a clock and a calendar on the wall show. */
export interface WallTime {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly millisecond: number;
    /** 0 Sunday to 6 Saturday. */
    readonly dayOfWeek: number;
    readonly dayOfYear: number;
    /** Days since 1970-01-01 of the shown date. */
    readonly epochDay: number;
}

/** Apex Datetime: an instant. Zones come in only where it is taken apart or printed. Immutable. */
export class ApexDatetime {
    /** Epoch milliseconds, a whole number. */
    readonly milliseconds: number;

    constructor(milliseconds: number) {
        this.milliseconds = milliseconds;
    }

    /** Parts beyond their range carry over, as with a lenient java.util.Calendar. */
    static of(
        year: number,
        month: number,
        day: number,
        hour: number,
        minute: number,
        second: number,
        zone: ZoneRules,
    ): ApexDatetime {
        const days = epochDay(year, month, day);
        const local = days * MILLISECONDS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000;
        return new ApexDatetime(zone.instantOf(local));
    }

    static ofDateAndTime(date: ApexDate, time: ApexTime, zone: ZoneRules): ApexDatetime {
        return new ApexDatetime(zone.instantOf(date.epochDay * MILLISECONDS_PER_DAY + time.milliseconds));
    }

    wallTime(zone: ZoneRules): WallTime {
        const local = this.localMilliseconds(zone);
        const days = Math.floor(local / MILLISECONDS_PER_DAY);
        const time = local - days * MILLISECONDS_PER_DAY;
        const { year, month, day } = calendarDay(days);
        return {
            year,
            month,
            day,
            hour: Math.floor(time / 3_600_000),
            minute: Math.floor(time / 60_000) % 60,
            second: Math.floor(time / 1000) % 60,
            millisecond: time % 1000,
            dayOfWeek: dayOfWeek(days),
            dayOfYear: dayOfYear(year, month, day),
            epochDay: days,
        };
    }

    localMilliseconds(zone: ZoneRules): number {
        return this.milliseconds + zone.offsetAt(this.milliseconds);
    }

    date(zone: ZoneRules): ApexDate {
        return ApexDate.ofLocalMilliseconds(this.localMilliseconds(zone));
    }

    time(zone: ZoneRules): ApexTime {
        return ApexTime.wrap(this.localMilliseconds(zone));
    }

    addMilliseconds(milliseconds: number): ApexDatetime {
        return new ApexDatetime(this.milliseconds + milliseconds);
    }

    /**
     * Keeps the wall time: a day with a clock change is 23 or 25 hours long. Of a time that happens twice it is the one
     * with the offset of before, as java.util.GregorianCalendar adds days.
     */
    addDays(days: number, zone: ZoneRules): ApexDatetime {
        const offset = zone.offsetAt(this.milliseconds);
        const sameOffset = this.milliseconds + days * MILLISECONDS_PER_DAY;
        const change = offset - zone.offsetAt(sameOffset);
        if (change === 0) return new ApexDatetime(sameOffset);
        const adjusted = new ApexDatetime(sameOffset + change);
        const wanted = Math.floor((sameOffset + offset) / MILLISECONDS_PER_DAY);
        return adjusted.wallTime(zone).epochDay === wanted ? adjusted : new ApexDatetime(sameOffset);
    }

    /** Keeps the wall time and the day of the month, or that month's last day. */
    addMonths(months: number, zone: ZoneRules): ApexDatetime {
        const local = this.localMilliseconds(zone);
        const days = Math.floor(local / MILLISECONDS_PER_DAY);
        const moved = addMonths(calendarDay(days), months);
        const movedDays = epochDay(moved.year, moved.month, moved.day);
        return new ApexDatetime(zone.instantOf(local + (movedDays - days) * MILLISECONDS_PER_DAY));
    }

    compareTo(other: ApexDatetime): number {
        return Math.sign(this.milliseconds - other.milliseconds);
    }

    equals(other: unknown): boolean {
        return other instanceof ApexDatetime && other.milliseconds === this.milliseconds;
    }

    /** Java's `Long.hashCode` of the milliseconds. */
    hashCode(): number {
        const high = Math.floor(this.milliseconds / 0x100000000);
        return (this.milliseconds | 0) ^ high;
    }

    /** `2026-03-01 10:20:30`, without zone. */
    toTextIn(zone: ZoneRules): string {
        const { hour, minute, second } = this.wallTime(zone);
        const pad = (value: number): string => String(value).padStart(2, '0');
        return `${this.date(zone).toIsoString()} ${pad(hour)}:${pad(minute)}:${pad(second)}`;
    }

    /** In GMT, as the platform prints a Datetime in a string. */
    toString(): string {
        return this.toTextIn(GMT);
    }
}
