import { KeyPrefixes } from './schema/key-prefixes.ts';
import { SetupIds } from './setup-ids.ts';
import type { Durability } from './store/durability.ts';
import { FactKeeper, type FactSource } from './store/fact-keeper.ts';
import { Store } from './store/store.ts';
import type { CommittedChange } from './transaction/org-transaction.ts';
import type { NewOrgIds } from './default-data/new-org.ts';

/** Everything of an org that outlives its schema and its process: rows, sequences, prefixes, ids of components. */
export class OrgMemory {
    readonly store = new Store();
    readonly prefixes = new KeyPrefixes();
    readonly setupIds = new SetupIds(this.store.ids);
    /** Null until the org was filled for the first time. */
    orgIds: NewOrgIds | null = null;
    private readonly durability: Durability | null;
    private readonly facts: FactKeeper;

    constructor(durability: Durability | null) {
        this.durability = durability;
        this.facts = new FactKeeper(
            new Map<string, FactSource>([
                ['id', () => this.store.ids.entries()],
                ['number', () => this.store.autoNumbers.entries()],
                ['prefix', () => this.prefixes.entries()],
                ['setup', () => this.setupIds.entries()],
                ['org', () => Object.entries(this.orgIds ?? {}) as [string, string][]],
            ]),
        );
        this.restore();
    }

    /** Null: nothing is kept. */
    get persist(): ((changes: readonly CommittedChange[]) => void) | null {
        const { durability } = this;
        if (durability === null) return null;
        return (changes) => {
            const facts = this.facts.changes();
            durability.commit(changes, facts);
            for (const fact of facts) this.facts.adopt(fact);
        };
    }

    get keptRows(): ReturnType<Durability['rows']> {
        return this.durability?.rows() ?? [];
    }

    close(): void {
        this.durability?.close();
    }

    private restore(): void {
        const orgIds: Record<string, string> = {};
        const prefixes: [string, string][] = [];
        for (const fact of this.durability?.facts() ?? []) {
            this.facts.adopt(fact);
            const { kind, name, value } = fact;
            if (kind === 'id') this.store.ids.advanceTo(name, Number(value));
            else if (kind === 'number') this.store.autoNumbers.advanceTo(name, Number(value));
            else if (kind === 'prefix') prefixes.push([name, String(value)]);
            else if (kind === 'setup') this.setupIds.restore(name, String(value));
            else if (kind === 'org') orgIds[name] = String(value);
        }
        this.prefixes.restore(prefixes);
        if (orgIds['organizationId'] !== undefined) this.orgIds = orgIds as unknown as NewOrgIds;
    }
}
