import { NEWEST_VERSION, OLDEST_VERSION, releaseLabel } from './limits.ts';

export interface VersionEntry {
    readonly label: string;
    readonly url: string;
    readonly version: string;
}

/** Oldest first, as the platform lists them: clients take the last one. */
export function versionEntries(): VersionEntry[] {
    return Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, index) => {
        const version = OLDEST_VERSION + index;
        return { label: releaseLabel(version), url: `/services/data/v${version}.0`, version: `${version}.0` };
    });
}

/** Those that are answered: a client that follows the map finds each of them. */
const RESOURCES = ['tooling', 'metadata', 'composite', 'query', 'queryAll', 'sobjects', 'limits', 'jobs'] as const;

export function resourceMap(root: string, identity: string): Readonly<Record<string, string>> {
    return { ...Object.fromEntries(RESOURCES.map((name) => [name, `${root}/${name}`])), identity };
}
