import type { KeptFact } from './durability.ts';

export type FactSource = () => Iterable<readonly [name: string, value: string | number]>;

/** Watches counters and names that must go on where they stopped, and tells which changed since the last commit. */
export class FactKeeper {
    private readonly sources: ReadonlyMap<string, FactSource>;
    private readonly kept = new Map<string, string | number>();

    /** @param sources by kind */
    constructor(sources: ReadonlyMap<string, FactSource>) {
        this.sources = sources;
    }

    /** To be called for what is kept now. */
    adopt({ kind, name, value }: KeptFact): void {
        this.kept.set(`${kind} ${name}`, value);
    }

    changes(): KeptFact[] {
        const changed: KeptFact[] = [];
        for (const [kind, source] of this.sources) {
            for (const [name, value] of source()) {
                if (this.kept.get(`${kind} ${name}`) !== value) changed.push({ kind, name, value });
            }
        }
        return changed;
    }
}
