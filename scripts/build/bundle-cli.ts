import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Plugin } from '@oclif/core';
import { build } from 'esbuild';
import { type PackageManifest, publishedManifest } from './published-manifest.ts';

interface CliManifest extends PackageManifest {
    oclif: { topics: Readonly<Record<string, { description: string }>> };
}

/** Loaded from node_modules: the embedded org finds data beside its modules, and only some commands need it. */
const INSTALLED = ['@sw-studio/local-org'];
/** oclif looks for a compiler of TypeScript where it develops plugins; nothing here is to be compiled. */
const NEVER_LOADED = ['typescript', 'ts-node', 'tsx'];

/** What CommonJS modules in the bundle expect to be there. */
const COMMONJS_NAMES = [
    "import { createRequire as __createRequire } from 'node:module';",
    "import { dirname as __dirnameOf } from 'node:path';",
    "import { fileURLToPath as __pathOf } from 'node:url';",
    'const require = __createRequire(import.meta.url);',
    'const __filename = __pathOf(import.meta.url), __dirname = __dirnameOf(__filename);',
].join('');

const ENTRY = `#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

enableCompileCache();
const { main } = await import('../lib/main.js');
await main(process.argv.slice(2), resolve(import.meta.dirname, '../standalone'));
`;

/**
 * Writes the command line as it is published, to its folder `dist` where no other is named: all of its code and its libraries in a few files, of
 * which a command loads those it needs. The package is a plugin of sf, whose commands begin with `sw`, and by
 * `standalone/` a program of that name.
 */
export async function bundleCli(folder: string, target = join(folder, 'dist')): Promise<void> {
    rmSync(target, { recursive: true, force: true });
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as CliManifest;
    const { commands } = (await import(join(folder, 'src/commands/index.ts'))) as { commands: object };
    const entryPoints = Object.keys(commands).map((id) => {
        const path = id.replaceAll(':', '/');
        return { in: join(folder, `src/commands/${path}.ts`), out: `commands/sw/${path}` };
    });
    await build({
        entryPoints: [{ in: join(folder, 'src/main.ts'), out: 'main' }, ...entryPoints],
        outdir: join(target, 'lib'),
        bundle: true,
        splitting: true,
        minify: true,
        keepNames: true,
        platform: 'node',
        format: 'esm',
        target: 'node22',
        external: [...INSTALLED, ...NEVER_LOADED],
        banner: { js: COMMONJS_NAMES },
        logLevel: 'error',
    });
    for (const data of ['messages', 'schemas']) cpSync(join(folder, data), join(target, data), { recursive: true });
    write(target, 'bin/sw.js', ENTRY);
    await writeManifests(target, manifest);
}

async function writeManifests(target: string, manifest: CliManifest): Promise<void> {
    const { topics } = manifest.oclif;
    const { exports: _, bin: __, dependencies, ...described } = publishedManifest(manifest);
    const common = { topicSeparator: ' ' };
    writeJson(target, 'package.json', {
        ...described,
        bin: { sw: './bin/sw.js' },
        dependencies: Object.fromEntries(
            Object.entries(dependencies ?? {}).filter(([name]) => INSTALLED.includes(name)),
        ),
        oclif: {
            ...common,
            commands: { strategy: 'pattern', target: './lib/commands' },
            topics: {
                sw: { description: 'SW Studio: the sync, its jobs, its queue, and a local org.' },
                ...Object.fromEntries(Object.entries(topics).map(([name, topic]) => [`sw:${name}`, topic])),
            },
        },
    });
    writeJson(target, 'standalone/package.json', {
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        type: 'module',
        oclif: {
            ...common,
            bin: 'sw',
            dirname: 'sw-studio',
            commands: { strategy: 'pattern', target: '../lib/commands/sw' },
            topics,
        },
    });
    for (const root of [target, join(target, 'standalone')]) {
        const plugin = new Plugin({ root, type: 'core', ignoreManifest: true, errorOnManifestCreate: true });
        await plugin.load();
        writeJson(root, 'oclif.manifest.json', plugin.manifest);
    }
}

function writeJson(folder: string, file: string, value: unknown): void {
    write(folder, file, `${JSON.stringify(value, null, 4)}\n`);
}

function write(folder: string, file: string, text: string): void {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text, { mode: file.startsWith('bin/') ? 0o755 : 0o644 });
}
