import locale from '@salesforce/i18n/locale';

const UNITS = [
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
];

/**
 * @param {string | undefined} from ISO text
 * @param {number} now epoch milliseconds
 * @returns {string} such as "3 minutes ago" or "in 2 hours"; empty without a time
 */
export function relativeTime(from, now) {
    if (!from) return '';
    const seconds = Math.round((new Date(from).getTime() - now) / 1000);
    const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= Number(length)) ?? ['second', 1];
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return format.format(Math.trunc(seconds / Number(size)), /** @type {Intl.RelativeTimeFormatUnit} */ (unit));
}

/**
 * @param {number | undefined} seconds
 * @returns {string} such as "1:05:09" or "0:42"; empty without a duration
 */
export function durationText(seconds) {
    if (seconds === undefined || seconds === null) return '';
    const whole = Math.max(0, Math.round(seconds));
    const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
    const hours = Math.floor(whole / 3600);
    return hours > 0 ? `${hours}:${parts.join(':')}` : `${Number(parts[0])}:${parts[1]}`;
}

/**
 * @param {string | undefined} until ISO text
 * @param {number} now epoch milliseconds
 * @returns {string} what is left as a duration; empty when the time has come
 */
export function countdown(until, now) {
    const left = until ? new Date(until).getTime() - now : 0;
    return left > 0 ? durationText(left / 1000) : '';
}
