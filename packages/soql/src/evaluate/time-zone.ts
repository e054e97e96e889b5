import { millisecondsPerDay } from './calendar.ts';

/** Wall-clock offsets of an IANA time zone. Transitions are found once a year and kept, since functions ask per row. */
export class TimeZone {
    readonly #format: Intl.DateTimeFormat;
    /** By UTC year: the moments from which an offset applies, ascending. */
    readonly #years = new Map<number, readonly { from: number; offset: number }[]>();

    static readonly #zones = new Map<string, TimeZone>();

    static of(name: string): TimeZone {
        const known = TimeZone.#zones.get(name);
        if (known !== undefined) return known;
        const zone = new TimeZone(name);
        TimeZone.#zones.set(name, zone);
        return zone;
    }

    private constructor(name: string) {
        this.#format = new Intl.DateTimeFormat('en-US', {
            timeZone: name,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric',
            era: 'short',
        });
    }

    /** Milliseconds east of UTC at a moment. */
    offsetAt(time: number): number {
        const year = new Date(time).getUTCFullYear();
        let transitions = this.#years.get(year);
        if (transitions === undefined) {
            transitions = this.#findTransitions(year);
            this.#years.set(year, transitions);
        }
        let offset = 0;
        for (const transition of transitions) {
            if (transition.from > time) break;
            offset = transition.offset;
        }
        return offset;
    }

    /** The moment's wall clock, as if it were UTC. */
    toLocal(time: number): number {
        return time + this.offsetAt(time);
    }

    /** The first moment of a local day. A day whose midnight is skipped begins when the clock jumps. */
    startOfDay(day: number): number {
        const local = day * millisecondsPerDay;
        const guess = local - this.offsetAt(local);
        const earlier = local - this.offsetAt(guess - millisecondsPerDay / 2);
        const later = local - this.offsetAt(guess + millisecondsPerDay / 2);
        const exact = [earlier, later].filter((time) => this.toLocal(time) === local);
        return exact.length > 0
            ? Math.min(...exact)
            : this.#firstOf(day, Math.min(earlier, later), Math.max(earlier, later));
    }

    #firstOf(day: number, from: number, to: number): number {
        let low = from;
        let high = to;
        while (high - low > 1) {
            const middle = Math.floor((low + high) / 2);
            if (Math.floor(this.toLocal(middle) / millisecondsPerDay) >= day) high = middle;
            else low = middle;
        }
        return high;
    }

    #findTransitions(year: number): { from: number; offset: number }[] {
        const start = Date.UTC(year, 0, 1);
        const end = Date.UTC(year + 1, 0, 1);
        const transitions = [{ from: start, offset: this.#measure(start) }];
        let before = transitions[0] as { from: number; offset: number };
        for (let time = start; time < end;) {
            const next = Math.min(time + 7 * millisecondsPerDay, end);
            const offset = this.#measure(next);
            if (offset !== before.offset) {
                before = { from: this.#bisect(time, next, before.offset), offset };
                transitions.push(before);
            }
            time = next;
        }
        return transitions;
    }

    /** To the second: zones of the nineteenth century had offsets in seconds. */
    #bisect(from: number, to: number, offset: number): number {
        let low = from / 1000;
        let high = to / 1000;
        while (high - low > 1) {
            const middle = Math.floor((low + high) / 2);
            if (this.#measure(middle * 1000) === offset) low = middle;
            else high = middle;
        }
        return high * 1000;
    }

    #measure(time: number): number {
        const parts: Record<string, string> = {};
        for (const { type, value } of this.#format.formatToParts(time)) parts[type] = value;
        const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
        const local = new Date(0);
        local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
        local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
        return local.getTime() - Math.floor(time / 1000) * 1000;
    }
}
