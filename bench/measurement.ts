/** One line of a benchmark's table. */
export interface Measurement {
    readonly what: string;
    readonly ours: string;
    /** What it was measured beside, in the same run; empty where a bar is absolute. */
    readonly beside: string;
    readonly ratio: string;
    /** The bar, in words; empty where there is none. */
    readonly bar: string;
    readonly met: boolean | null;
}

export function printTable(title: string, measurements: readonly Measurement[]): void {
    const rows = [
        ['what', 'ours', 'beside', 'ratio', 'bar', ''],
        ...measurements.map(({ what, ours, beside, ratio, bar, met }) => [
            what,
            ours,
            beside,
            ratio,
            bar,
            met === null ? '' : met ? 'met' : 'MISSED',
        ]),
    ];
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
    console.log(`\n${title}`);
    for (const row of rows)
        console.log(
            `  ${row
                .map((cell, column) => cell.padEnd(widths[column] ?? 0))
                .join('  ')
                .trimEnd()}`,
        );
}

/** The middle of several timed runs of `work`, in milliseconds; the first `warmups` are not counted. */
export function medianOf(runs: number, work: () => void, warmups = 1): number {
    const times: number[] = [];
    for (let run = -warmups; run < runs; run++) {
        const start = performance.now();
        work();
        if (run >= 0) times.push(performance.now() - start);
    }
    times.sort((left, right) => left - right);
    return times[Math.floor(times.length / 2)] ?? 0;
}

export function milliseconds(value: number): string {
    return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

/** `ours` as a multiple of `beside`, against the largest multiple that is allowed. */
export function ratioOf(what: string, ours: number, beside: number, largest: number): Measurement {
    const ratio = ours / beside;
    return {
        what,
        ours: milliseconds(ours),
        beside: milliseconds(beside),
        ratio: `${ratio.toFixed(2)}x`,
        bar: `at most ${largest}x`,
        met: ratio <= largest,
    };
}

/** A time against an absolute bar. */
export function within(what: string, ours: number, largest: number): Measurement {
    return { what, ours: milliseconds(ours), beside: '', ratio: '', bar: `below ${largest} ms`, met: ours < largest };
}
