import { DiagnosticsCollector } from '../bind/diagnostics-collector.ts';
import type { TypeSymbol } from '../bind/symbols.ts';
import { type CompilerSchema, Universe } from '../bind/universe.ts';
import { parseSource } from './parse-source.ts';
import type { ApexSource } from './compile-project.ts';
import { declareProject } from './declare-project.ts';

/** A package that is in the org before the project is compiled. */
export interface InstalledPackage {
    readonly namespace: string;
    readonly sources: readonly ApexSource[];
}

/**
 * What the packages declare, in the order of their installation: each sees those before it. Their bodies are neither checked nor emitted;
 * faults are reported where a package is compiled itself.
 */
export function declareInstalled(
    packages: readonly InstalledPackage[],
    schema: CompilerSchema,
    cacheFolder: string | null,
): Universe[] {
    const universes: Universe[] = [];
    for (const { namespace, sources } of packages) {
        const universe = new Universe(namespace, schema, universes);
        const ignored = new DiagnosticsCollector();
        const parsed = sources
            .filter(({ file }) => file.endsWith('.cls'))
            .flatMap((source) => parseSource(source, cacheFolder, ignored));
        declareProject(parsed, universe, ignored);
        for (const symbol of universe.ownTypes.values()) markInstalled(symbol);
        universes.push(universe);
    }
    return universes;
}

function markInstalled(symbol: TypeSymbol): void {
    symbol.isInstalled = true;
    for (const inner of symbol.innerTypes.values()) markInstalled(inner);
}
