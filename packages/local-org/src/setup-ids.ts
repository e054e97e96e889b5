import type { IdSequence } from './store/id-sequence.ts';

/** Ids of components that a deployment may bring again: the same name has the same id for the life of the org. */
export class SetupIds {
    private readonly ids: IdSequence;
    private readonly byName = new Map<string, string>();

    constructor(ids: IdSequence) {
        this.ids = ids;
    }

    /** @param name `RecordType Account.Business` */
    of(keyPrefix: string, name: string): string {
        let id = this.byName.get(name);
        if (id === undefined) this.byName.set(name, (id = this.ids.next(keyPrefix)));
        return id;
    }

    has(id: string): boolean {
        for (const each of this.byName.values()) if (each === id) return true;
        return false;
    }

    entries(): IterableIterator<[name: string, id: string]> {
        return this.byName.entries();
    }

    restore(name: string, id: string): void {
        this.byName.set(name, id);
    }
}
