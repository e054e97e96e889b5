import { ApexDatetime } from '../../../packages/apex/src/runtime/values/datetime.ts';
import { formatPattern } from '../../../packages/apex/src/runtime/values/simple-date-format.ts';
import { timeZone } from '../../../packages/apex/src/runtime/values/time-zone.ts';
import type { AgreementCase, Family } from '../agreement-case.ts';
import type { Random } from '../random.ts';

const ZONES = [
    'GMT', 'UTC', 'America/Los_Angeles', 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Sao_Paulo', 'America/St_Johns',
    'America/Caracas', 'Europe/Berlin', 'Europe/London', 'Europe/Paris', 'Europe/Moscow', 'Europe/Istanbul', 'Asia/Kolkata', 'Asia/Tokyo',
    'Asia/Shanghai', 'Asia/Kathmandu', 'Asia/Dubai', 'Australia/Sydney', 'Australia/Lord_Howe', 'Australia/Adelaide', 'Pacific/Auckland',
    'Pacific/Apia', 'Africa/Johannesburg', 'Africa/Cairo', 'GMT+05:30', 'GMT-3', 'EST', 'PST', 'IST', 'Bogus/Zone',
]; // prettier-ignore

/** Zones for whose names Java and ICU have the same words. */
const NAMED_ZONES = [
    'GMT',
    'UTC',
    'America/Los_Angeles',
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'GMT+05:30',
];

const PARTS = [
    'G', 'y', 'yy', 'yyy', 'yyyy', 'yyyyy', 'Y', 'YYYY', 'M', 'MM', 'MMM', 'MMMM', 'L', 'LL', 'w', 'ww', 'W', 'D', 'DDD', 'd', 'dd', 'F', 'E',
    'EEEE', 'u', 'a', 'H', 'HH', 'k', 'K', 'h', 'hh', 'm', 'mm', 's', 'ss', 'S', 'SSS', 'Z', 'X', 'XX', 'XXX', "'T'", "''", "'o''clock'", '-',
    '/', ':', ' ', ', ', '.', "'Z'",
]; // prettier-ignore

const WRONG_PARTS = ['b', 'XXXX', "'", 'T', 'n'];

/** 1971 to 2022: tables of zones differ by their age beyond that. */
const FIRST = Date.UTC(1971, 0, 1);
const LAST = Date.UTC(2022, 0, 1);

function instant(random: Random): number {
    return random.between(FIRST, LAST);
}

const MAKERS: readonly ((random: Random) => AgreementCase)[] = [
    (random) => {
        const zone = random.pick(ZONES);
        const at = instant(random);
        const wrong = random.chance(0.02) ? [random.pick(WRONG_PARTS)] : [];
        return formatting(zone, at, [...random.many(1, 8, () => random.pick(PARTS)), ...wrong].join(''));
    },
    (random) => formatting(random.pick(NAMED_ZONES), instant(random), random.pick(['z', 'zzzz', 'h:mm a z'])),
    (random) => {
        const [zone, at] = [random.pick(ZONES), instant(random)];
        return { question: ['date.offset', zone, String(at)], answer: () => String(timeZone(zone).offsetAt(at)) };
    },
    (random) => {
        const zone = random.pick(ZONES);
        // Months, days and hours beyond their range too, and the hours in which clocks change often.
        const [year, month, day] = [random.between(1972, 2021), random.between(-3, 16), random.between(-5, 40)];
        const [hour, minute, second] = [
            random.between(-2, random.chance(0.7) ? 3 : 30),
            random.between(0, 70),
            random.between(0, 59),
        ];
        return {
            question: ['date.instant', zone, ...[year, month, day, hour, minute, second].map(String)],
            answer: () => String(ApexDatetime.of(year, month, day, hour, minute, second, timeZone(zone)).milliseconds),
        };
    },
    (random) => {
        const [zone, at] = [random.pick(ZONES), instant(random)];
        const [unit, count] = [random.pick(['months', 'days']), random.between(-20, 20)];
        return {
            question: ['date.add', zone, String(at), unit, String(count)],
            answer: () => {
                const datetime = new ApexDatetime(at);
                const rules = timeZone(zone);
                return String(
                    (unit === 'months' ? datetime.addMonths(count, rules) : datetime.addDays(count, rules))
                        .milliseconds,
                );
            },
        };
    },
];

function formatting(zone: string, at: number, pattern: string): AgreementCase {
    return {
        question: ['date.format', zone, String(at), pattern],
        answer: () => formatPattern(new ApexDatetime(at), pattern, timeZone(zone)),
    };
}

export const dateFamily: Family = {
    name: 'date',
    share: 0.15,
    newCase: (random) => random.pick(MAKERS)(random),
};
