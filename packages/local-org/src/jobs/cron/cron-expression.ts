import { CronSyntaxError, DAY_OF_MONTH, DAY_OF_WEEK, HOURS, MONTH, parseValues, valueOf, YEAR } from './cron-fields.ts';

/** Which days of a month a schedule runs on. */
export type DayRule =
    | { readonly kind: 'daysOfMonth'; readonly days: readonly number[] }
    /** `L`, `L-3`: that many days before the last one. */
    | { readonly kind: 'lastDay'; readonly before: number; readonly weekday: boolean }
    /** `15W`: the weekday nearest to the day, within the month. */
    | { readonly kind: 'nearestWeekday'; readonly day: number }
    /** 1 Sunday to 7 Saturday. */
    | { readonly kind: 'daysOfWeek'; readonly days: readonly number[] }
    /** `6L`: the last Friday. */
    | { readonly kind: 'lastDayOfWeek'; readonly day: number }
    /** `2#1`: the first Monday. */
    | { readonly kind: 'nthDayOfWeek'; readonly day: number; readonly nth: number };

/** A schedule: an hour at most holds one fire, since minute and second are single values. */
export interface CronExpression {
    readonly text: string;
    readonly second: number;
    readonly minute: number;
    readonly hours: readonly number[];
    readonly days: DayRule;
    /** 1 to 12. */
    readonly months: readonly number[];
    /** null: every year. */
    readonly years: readonly number[] | null;
}

const BOTH_DAYS = 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.';

/**
 * `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`.
 *
 * @throws CronSyntaxError with the platform's sentence
 */
export function parseCron(text: string): CronExpression {
    const [second, minute, hours, dayOfMonth, month, dayOfWeek, year, ...more] = text.trim().split(/\s+/);
    if (dayOfWeek === undefined || more.length > 0) throw new CronSyntaxError('Unexpected end of expression.');
    return {
        text,
        second: integer(second as string, text),
        minute: integer(minute as string, text),
        hours: parseValues(refuseMark(hours as string), HOURS),
        days: parseDays(dayOfMonth as string, dayOfWeek),
        months: parseValues(refuseMark(month as string), MONTH),
        years: year === undefined || year === '*' ? null : parseValues(refuseMark(year), YEAR),
    };
}

function integer(text: string, expression: string): number {
    if (!/^\d+$/.test(text)) {
        throw new CronSyntaxError(`Seconds and minutes must be specified as integers: ${expression}`);
    }
    const value = Number(text);
    if (value > 59) throw new CronSyntaxError('Minute and Second values must be between 0 and 59');
    return value;
}

/** `?` says nothing of a day; of anything else there is no such thing to say. */
function refuseMark(text: string): string {
    if (text.includes('?')) throw new CronSyntaxError("'?' can only be specified for Day-of-Month or Day-of-Week.");
    return text;
}

/** One of the two day fields decides and the other is `?`: Quartz refuses two that speak, `*` included. */
function parseDays(ofMonth: string, ofWeek: string): DayRule {
    if (ofMonth === '?' && ofWeek === '?') {
        throw new CronSyntaxError("'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
    }
    if (ofMonth !== '?' && ofWeek !== '?') throw new CronSyntaxError(BOTH_DAYS);
    return ofWeek === '?' ? parseDayOfMonth(ofMonth) : parseDayOfWeek(ofWeek);
}

function parseDayOfMonth(text: string): DayRule {
    const last = /^L(?:-(\d{1,2}))?(W)?$/i.exec(text);
    if (last !== null) return { kind: 'lastDay', before: Number(last[1] ?? 0), weekday: last[2] !== undefined };
    const nearest = /^(\d{1,2})W$/i.exec(text);
    if (nearest !== null) return { kind: 'nearestWeekday', day: valueOf(nearest[1] as string, DAY_OF_MONTH) };
    return { kind: 'daysOfMonth', days: parseValues(text, DAY_OF_MONTH) };
}

function parseDayOfWeek(text: string): DayRule {
    if (/^L$/i.test(text)) return { kind: 'daysOfWeek', days: [7] };
    const last = /^(\w+)L$/i.exec(text);
    if (last !== null) return { kind: 'lastDayOfWeek', day: valueOf(last[1] as string, DAY_OF_WEEK) };
    const nth = /^(\w+)#(\d)$/.exec(text);
    if (nth === null) return { kind: 'daysOfWeek', days: parseValues(text, DAY_OF_WEEK) };
    const week = Number(nth[2]);
    if (week < 1 || week > 5) throw new CronSyntaxError("A numeric value between 1 and 5 must follow the '#' option");
    return { kind: 'nthDayOfWeek', day: valueOf(nth[1] as string, DAY_OF_WEEK), nth: week };
}
