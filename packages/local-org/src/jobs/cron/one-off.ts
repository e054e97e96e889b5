import { calendarDay, timeZone } from '@sw-studio/apex/runtime';

const DAY = 86_400_000;

/** The expression that fires once, at the given time: every field fixed, year included. */
export function oneOffExpression(instant: number, zoneId: string): string {
    const local = Math.floor((instant + timeZone(zoneId).offsetAt(instant)) / 1000) * 1000;
    const { year, month, day } = calendarDay(Math.floor(local / DAY));
    const seconds = Math.floor((((local % DAY) + DAY) % DAY) / 1000);
    const hour = Math.floor(seconds / 3600);
    const minute = Math.floor((seconds % 3600) / 60);
    return `${seconds % 60} ${minute} ${hour} ${day} ${month} ? ${year}`;
}
