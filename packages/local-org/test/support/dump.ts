import type { LocalOrg } from '../../src/org.ts';

/** Every committed row of every table, as text. */
export function dumpOf({ store }: LocalOrg): string {
    return [...store.existing()]
        .sort((left, right) => (left.object.name < right.object.name ? -1 : 1))
        .flatMap((table) => [table.object.name, ...[...table.scan(null)].map((row) => JSON.stringify(row))])
        .join('\n');
}
