const UNITS = [
    { name: 'day', seconds: 86_400 },
    { name: 'h', seconds: 3600 },
    { name: 'min', seconds: 60 },
    { name: 's', seconds: 1 },
] as const;

/** `4 min`, `2 days`: the largest unit that there is at least one of. */
export function span(seconds: number): string {
    const whole = Math.max(0, Math.floor(seconds));
    const { name, seconds: size } = UNITS.find((unit) => whole >= unit.seconds) ?? UNITS[3];
    const count = Math.floor(whole / size);
    return `${count} ${name}${name === 'day' && count !== 1 ? 's' : ''}`;
}

/** `4 min ago`, `in 12 s`, `now`. */
export function relativeTime(time: string, now: number): string {
    const seconds = Math.round((Date.parse(time) - now) / 1000);
    if (Number.isNaN(seconds)) return time;
    if (Math.abs(seconds) < 1) return 'now';
    return seconds < 0 ? `${span(-seconds)} ago` : `in ${span(seconds)}`;
}

/** `0.8 s`, `42 s`, `3 min 20 s` */
export function duration(seconds: number): string {
    if (seconds < 10) return `${seconds.toFixed(1)} s`;
    if (seconds < 60) return `${Math.round(seconds)} s`;
    const minutes = Math.floor(seconds / 60);
    const rest = Math.round(seconds - minutes * 60);
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
