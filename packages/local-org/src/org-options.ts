import type { NewOrgOptions } from './default-data/new-org.ts';
import type { Durability } from './store/durability.ts';
import type { OrgFeature } from './schema/standard-objects/index.ts';

export interface LocalOrgOptions extends NewOrgOptions {
    /** Epoch milliseconds of the engine's clock. */
    now(): number;
    readonly features: readonly OrgFeature[];
    /** List formulas that cannot be evaluated, and leave such validation rules out, instead of refusing the deployment. */
    readonly skipInvalidFormulas: boolean;
    /** Address of the org in links, without a trailing slash. */
    readonly baseUrl: string;
    /** Milliseconds that a transaction may go on for, waiting for locks and callouts included. */
    readonly longestTransaction: number;
    /** Namespaces of packages that passed the security review: each has governor limits of its own. */
    readonly certifiedPackages: readonly string[];
    /** Where the org is kept; null: in memory alone. */
    readonly durability: Durability | null;
}

export const DEFAULT_ORG_OPTIONS: LocalOrgOptions = {
    name: 'Local Org',
    edition: 'Developer Edition',
    isSandbox: false,
    namespace: '',
    username: 'admin@local.example.com',
    timeZone: 'America/Los_Angeles',
    locale: 'en_US',
    language: 'en_US',
    fiscalYearStartMonth: 1,
    now: Date.now,
    features: [],
    skipInvalidFormulas: false,
    baseUrl: 'https://local.example.com',
    longestTransaction: 600_000,
    certifiedPackages: [],
    durability: null,
};
