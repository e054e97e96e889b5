import { createHash, type Hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { hashOfSources, readCacheFile, writeCacheFile } from '../cache-file.ts';
import { withCodeCaches } from './code-cache.ts';
import { type ApexSource, type Compilation, type CompileOptions, compileProject } from './compile-project.ts';

export interface CachedCompileOptions extends CompileOptions {
    /** Changes with everything of the schema that source code can name. */
    readonly schemaFingerprint: string;
}

/**
 * As `compileProject`, from `cacheFolder` where the same project was compiled before: the same sources, schema, options
 * and compiler. A project in which a file changed is checked and emitted anew, from trees of which only that file's is parsed.
 * Projects with errors are not kept.
 */
export function compileProjectCached(sources: readonly ApexSource[], options: CachedCompileOptions): Compilation {
    const { cacheFolder } = options;
    if (cacheFolder === null) return compileProject(sources, options);
    const entry = entryPath(cacheFolder, sources, options);
    const kept = readCacheFile(entry);
    if (kept !== null) return deserialize(kept) as Compilation;
    const compilation = compileProject(sources, options);
    const isClean = compilation.diagnostics.every(({ severity }) => severity !== 'error');
    if (isClean) writeCacheFile(entry, () => serialize({ ...compilation, units: withCodeCaches(compilation.units) }));
    return compilation;
}

function entryPath(cacheFolder: string, sources: readonly ApexSource[], options: CachedCompileOptions): string {
    const hash = createHash('sha256');
    const { namespace, coverage, generators, manyNamespaces, skipErrors, schemaFingerprint, installed = [] } = options;
    const settings = [namespace, coverage, generators, manyNamespaces ?? false, skipErrors, schemaFingerprint];
    hash.update(JSON.stringify([compilerVersion(), ...settings]));
    addSources(hash, sources);
    for (const each of installed) addSources(hash.update(`\n${each.namespace}`), each.sources);
    const digest = hash.digest('hex');
    return join(cacheFolder, digest.slice(0, 2), `${digest.slice(2)}.program`);
}

function addSources(hash: Hash, sources: readonly ApexSource[]): void {
    for (const { file, text } of sources) hash.update(`\n${file} ${text.length}\n`).update(text);
}

let version: string | null = null;

/** The compiler and the runtime's library: which functions exist decides what compiles. */
function compilerVersion(): string {
    version ??= hashOfSources(dirname(dirname(fileURLToPath(import.meta.url))));
    return version;
}
