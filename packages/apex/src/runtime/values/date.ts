import { addMonths, calendarDay, dayOfYear, epochDay, MILLISECONDS_PER_DAY, type CalendarDay } from './calendar.ts';

/** Apex Date: a day without time and zone. Immutable. */
export class ApexDate {
    /** Days since 1970-01-01. */
    readonly epochDay: number;
    private fields: CalendarDay | null = null;

    constructor(epochDay: number) {
        this.epochDay = epochDay;
    }

    /** Months and days beyond their range carry over. */
    static of(year: number, month: number, day: number): ApexDate {
        return new ApexDate(epochDay(year, month, day));
    }

    /** @param local milliseconds of a wall clock, as if it were UTC */
    static ofLocalMilliseconds(local: number): ApexDate {
        return new ApexDate(Math.floor(local / MILLISECONDS_PER_DAY));
    }

    get year(): number {
        return (this.fields ??= calendarDay(this.epochDay)).year;
    }

    get month(): number {
        return (this.fields ??= calendarDay(this.epochDay)).month;
    }

    get day(): number {
        return (this.fields ??= calendarDay(this.epochDay)).day;
    }

    dayOfYear(): number {
        return dayOfYear(this.year, this.month, this.day);
    }

    addDays(days: number): ApexDate {
        return new ApexDate(this.epochDay + days);
    }

    /** The same day of the month, or its last day where it is shorter. */
    addMonths(months: number): ApexDate {
        const { year, month, day } = addMonths(this, months);
        return ApexDate.of(year, month, day);
    }

    compareTo(other: ApexDate): number {
        return Math.sign(this.epochDay - other.epochDay);
    }

    equals(other: unknown): boolean {
        return other instanceof ApexDate && other.epochDay === this.epochDay;
    }

    hashCode(): number {
        return this.epochDay | 0;
    }

    /** `2026-03-01`. */
    toIsoString(): string {
        const { year, month, day } = this;
        return `${isoYear(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    }

    /** As the platform prints a Date in a string: `2026-03-01 00:00:00`. */
    toString(): string {
        return `${this.toIsoString()} 00:00:00`;
    }
}

export function isoYear(year: number): string {
    return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}
