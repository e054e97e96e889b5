import { countdown, durationText, relativeTime } from 'c/relativeTime';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('times for people', () => {
    it.each([
        ['2026-03-01T11:57:00Z', '3 minutes ago'],
        ['2026-03-01T14:00:00Z', 'in 2 hours'],
        ['2026-02-26T12:00:00Z', '3 days ago'],
        ['2026-03-01T12:00:00Z', 'now'],
        [undefined, ''],
    ])('say how far %s is from now: %s', (time, text) => {
        expect(relativeTime(time, NOW)).toBe(text);
    });

    it.each([
        [42, '0:42'],
        [65, '1:05'],
        [3909, '1:05:09'],
        [0, '0:00'],
        [undefined, ''],
    ])('say a duration of %s seconds as %s', (seconds, text) => {
        expect(durationText(seconds)).toBe(text);
    });

    it('count down, and say nothing when the time has come', () => {
        expect(countdown('2026-03-01T12:01:30Z', NOW)).toBe('1:30');
        expect(countdown('2026-03-01T11:59:59Z', NOW)).toBe('');
        expect(countdown(undefined, NOW)).toBe('');
    });
});
