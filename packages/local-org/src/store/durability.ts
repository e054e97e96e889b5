import type { CommittedChange } from '../transaction/org-transaction.ts';
import type { StoredValue } from './stored-row.ts';

/** A row as it was kept: values by field name, so that it outlives changes of the schema. */
export interface KeptRow {
    readonly object: string;
    readonly id: string;
    readonly recycled: boolean;
    readonly deletedWith: string | undefined;
    readonly fields: readonly string[];
    /** In the order of `fields`. */
    readonly values: readonly StoredValue[];
}

/** Numbers and names that must go on where they stopped: `id 001` -> 12, `prefix Foo__c` -> a00. */
export interface KeptFact {
    readonly kind: string;
    readonly name: string;
    readonly value: string | number;
}

/** Keeps what was committed. A commit is kept whole or not at all, before anybody sees its rows. */
export interface Durability {
    rows(): Iterable<KeptRow>;
    facts(): Iterable<KeptFact>;
    /** @param facts those that changed since the last commit */
    commit(changes: readonly CommittedChange[], facts: readonly KeptFact[]): void;
    close(): void;
}
