import { calendarDay, dayOfWeek, daysInMonth, epochDay, timeZone } from '@sw-studio/apex/runtime';
import type { CronExpression, DayRule } from './cron-expression.ts';
import { YEAR } from './cron-fields.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * The first time after `after` at which the schedule fires, in epoch milliseconds; null: never again.
 *
 * Times are those of the zone's clocks, read as java.util.Calendar reads them, since Quartz does: a time that the spring
 * change skips fires an hour later by the clock, and a time that the autumn change shows twice fires the second time only.
 */
export function nextFire(cron: CronExpression, zoneId: string, after: number): number | null {
    const zone = timeZone(zoneId);
    const local = after + zone.offsetAt(after);
    for (const day of daysFrom(cron, Math.floor(local / DAY))) {
        for (const hour of cron.hours) {
            const shown = day * DAY + hour * HOUR + cron.minute * 60_000 + cron.second * 1000;
            if (shown <= local) continue;
            const instant = zone.instantOf(shown);
            if (instant > after) return instant;
        }
    }
    return null;
}

/** Days of the schedule from a day on, as days since the epoch. */
function* daysFrom(cron: CronExpression, first: number): Generator<number> {
    const start = calendarDay(first);
    const lastYear = cron.years?.at(-1) ?? YEAR.to;
    for (let year = start.year; year <= lastYear; year++) {
        if (cron.years !== null && !cron.years.includes(year)) continue;
        for (const month of cron.months) {
            if (year === start.year && month < start.month) continue;
            const monthStart = epochDay(year, month, 1);
            for (const day of daysOfRule(cron.days, year, month)) {
                const found = monthStart + day - 1;
                if (found >= first) yield found;
            }
        }
    }
}

/** Days of the month, ascending. */
function daysOfRule(rule: DayRule, year: number, month: number): readonly number[] {
    const length = daysInMonth(year, month);
    const weekdayOf = (day: number): number => dayOfWeek(epochDay(year, month, day)) + 1;
    switch (rule.kind) {
        case 'daysOfMonth':
            return rule.days.filter((day) => day <= length);
        case 'lastDay': {
            const day = length - rule.before;
            if (day < 1) return [];
            return [rule.weekday ? nearestWeekday(day, length, weekdayOf) : day];
        }
        case 'nearestWeekday':
            return [nearestWeekday(Math.min(rule.day, length), length, weekdayOf)];
        case 'daysOfWeek':
            return allDays(length).filter((day) => rule.days.includes(weekdayOf(day)));
        case 'lastDayOfWeek':
            return allDays(length)
                .filter((day) => weekdayOf(day) === rule.day)
                .slice(-1);
        case 'nthDayOfWeek': {
            const day = allDays(length).filter((each) => weekdayOf(each) === rule.day)[rule.nth - 1];
            return day === undefined ? [] : [day];
        }
    }
}

function allDays(length: number): number[] {
    return Array.from({ length }, (_, index) => index + 1);
}

/** A Saturday gives way to the Friday before, a Sunday to the Monday after, unless that is in another month. */
function nearestWeekday(day: number, length: number, weekdayOf: (day: number) => number): number {
    const weekday = weekdayOf(day);
    if (weekday === 7) return day === 1 ? day + 2 : day - 1;
    if (weekday === 1) return day === length ? day - 2 : day + 1;
    return day;
}
