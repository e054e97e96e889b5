/** What completion needs to know of a command. */
export interface CompletedCommand {
    /** With colons, such as `sync:status`. */
    id: string;
    summary: string;
    flags: readonly CompletedFlag[];
}

interface CompletedFlag {
    name: string;
    /** Values that it takes; absent: any. */
    options?: readonly string[];
    summary: string;
}

/** A place on a command line, and what may come next there. */
export interface CompletionPoint {
    /** Words before, joined by blanks; empty at the start. */
    words: string;
    next: readonly { word: string; summary: string }[];
}

/** Every place at which a topic, a command or a flag can be completed, the shortest first. */
export function completionPoints(commands: readonly CompletedCommand[]): CompletionPoint[] {
    const points = new Map<string, Map<string, string>>();
    const add = (words: string, word: string, summary: string): void => {
        const next = points.get(words) ?? new Map<string, string>();
        points.set(words, next.set(word, next.get(word) ?? summary));
    };
    for (const { id, summary, flags } of commands) {
        const path = id.split(':');
        path.forEach((word, depth) =>
            add(path.slice(0, depth).join(' '), word, depth === path.length - 1 ? summary : ''),
        );
        for (const flag of flags) add(path.join(' '), `--${flag.name}`, flag.summary);
    }
    return [...points]
        .map(([words, next]) => ({ words, next: [...next].map(([word, summary]) => ({ word, summary })) }))
        .sort((left, right) => left.words.length - right.words.length || left.words.localeCompare(right.words));
}

/** Flags that take one of a few values, with those. */
export function flagValues(commands: readonly CompletedCommand[]): ReadonlyMap<string, readonly string[]> {
    const values = new Map<string, readonly string[]>();
    for (const { name, options } of commands.flatMap(({ flags }) => flags)) {
        if (options !== undefined) values.set(`--${name}`, options);
    }
    return values;
}
