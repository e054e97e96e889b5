import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { reportWarnings, rollupPlugins } from './rollup-options.ts';
import { vendorModuleNames, vendorStamp } from './vendor-modules.ts';

const STAMP = 'stamp.json';

export function vendorIsBuilt(folder: string): boolean {
    const stamp = join(folder, STAMP);
    return existsSync(stamp) && readFileSync(stamp, 'utf8') === vendorStamp();
}

/**
 * Bundles the engine, the base components and the platform's modules into `folder`, one file a module and shared chunks;
 * takes 20 to 40 s. A folder that is complete and of the same versions is left alone. The folder appears whole or not at
 * all: a build that was cut off leaves nothing behind that looks finished.
 */
export async function buildVendor(folder: string): Promise<void> {
    if (vendorIsBuilt(folder)) return;
    const partial = `${folder}.${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    const bundle = await rollup({
        input: Object.fromEntries(vendorModuleNames().map((name) => [name, name])),
        plugins: rollupPlugins({ components: [], labels: new Map() }),
        onwarn: reportWarnings((warning) => {
            throw new Error(warning.message);
        }),
        preserveEntrySignatures: 'strict',
    });
    await bundle.write({
        dir: partial,
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        compact: true,
    });
    await bundle.close();
    writeFileSync(join(partial, STAMP), vendorStamp());
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
}

if (import.meta.main) await buildVendor(process.argv[2]!);
