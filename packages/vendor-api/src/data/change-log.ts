/** A page of what changed after a place. */
export interface ChangePage<T> {
    readonly items: readonly T[];
    /** The place behind the last item, or the one that was asked with where there is none. */
    readonly place: number;
    readonly hasMore: boolean;
}

/**
 * Items in the order of their last change. Each is there once: a change moves it to the end, so a reader that goes on from
 * the place where it stopped misses nothing and reads nothing twice that has not changed again.
 */
export class ChangeLog<T> {
    private readonly slots: (T | null)[] = [];
    private readonly places = new Map<string, number>();
    private readonly keyOf: (item: T) => string;

    constructor(keyOf: (item: T) => string, items: readonly T[] = []) {
        this.keyOf = keyOf;
        for (const item of items) this.put(item);
    }

    get size(): number {
        return this.places.size;
    }

    /** Ids are compared without regard to case. */
    get(key: string): T | undefined {
        const place = this.places.get(key.toLowerCase());
        return place === undefined ? undefined : (this.slots[place] ?? undefined);
    }

    put(item: T): void {
        const key = this.keyOf(item).toLowerCase();
        this.vacate(key);
        this.places.set(key, this.slots.length);
        this.slots.push(item);
    }

    /** As if it had never been there: no reader is told. */
    forget(key: string): boolean {
        return this.vacate(key.toLowerCase());
    }

    /**
     * @param place how many changes the reader has seen; 0 at the beginning
     * @param most items of the page
     */
    after(place: number, most: number, isShown: (item: T) => boolean): ChangePage<T> {
        const items: T[] = [];
        let end = place;
        for (let slot = place; slot < this.slots.length; slot++) {
            const item = this.slots[slot] ?? null;
            if (item === null || !isShown(item)) continue;
            if (items.length === most) return { items, place: end, hasMore: true };
            items.push(item);
            end = slot + 1;
        }
        return { items, place: end, hasMore: false };
    }

    *[Symbol.iterator](): Generator<T, void, void> {
        for (const item of this.slots) if (item !== null) yield item;
    }

    private vacate(key: string): boolean {
        const place = this.places.get(key);
        if (place === undefined) return false;
        this.slots[place] = null;
        return this.places.delete(key);
    }
}
