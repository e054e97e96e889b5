import lwc, { type RollupLwcOptions } from '@lwc/rollup-plugin';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace, { type RollupReplaceOptions } from '@rollup/plugin-replace';
import { join } from 'node:path';
import type { Plugin, RollupLog } from 'rollup';
import type { BundleInput, ComponentBundle } from './bundle-input.ts';
import { salesforceModules } from './salesforce-modules.ts';
import { BROWSER_FOLDER, baseComponentModules, type LwcModule, PLATFORM_MODULES } from './vendor-modules.ts';

/** The entry module of every page. */
export const PAGE_ENTRY = join(BROWSER_FOLDER, 'page.js');

// Their types describe the module as its default export
const lwcPlugin = lwc as unknown as (options: RollupLwcOptions) => Plugin;
const replacePlugin = replace as unknown as (options: RollupReplaceOptions) => Plugin;

export function rollupPlugins(input: BundleInput): Plugin[] {
    return [
        bareNames(),
        salesforceModules(input),
        lwcPlugin({
            rootDir: BROWSER_FOLDER,
            sourcemap: true,
            enableDynamicComponents: true,
            // lightning-combobox calls attachInternals(): without it everything with a combobox in it stays empty
            enableSyntheticElementInternals: true,
            modules: [{ dir: PLATFORM_MODULES }, ...input.components.flatMap(modulesOf), ...baseComponentModules()],
        }),
        nodeResolve(),
        replacePlugin({
            'import.meta.env.SSR': 'false',
            'process.env.NODE_ENV': JSON.stringify('production'),
            preventAssignment: true,
        }),
    ];
}

/** Warnings of the base components are their own; those of the project's components are reported. */
export function reportWarnings(report: (warning: RollupLog) => void): (warning: RollupLog) => void {
    return (warning) => {
        const where = warning.loc?.file ?? warning.id ?? warning.message;
        if (warning.code !== 'CIRCULAR_DEPENDENCY' && !where.includes('lightning-base-components')) report(warning);
    };
}

/** A component is `c/name` to its own package and `namespace/name` to others. */
function modulesOf({ name, namespace, folder }: ComponentBundle): readonly LwcModule[] {
    const path = join(folder, `${name}.js`);
    return ['c', namespace].filter((prefix) => prefix !== '').map((prefix) => ({ name: `${prefix}/${name}`, path }));
}

/**
 * Module names are resolved as if the page entry imported them: the LWC resolver looks for the configuration of a package
 * above the importer, which an entry does not have, and a project in a folder of its own neither.
 */
function bareNames(): Plugin {
    return {
        name: 'bare-names',
        resolveId(id, importer) {
            const isName = !/^[./\\\0]|^[a-zA-Z]:/.test(id);
            const isOurs = importer?.startsWith(BROWSER_FOLDER) ?? false;
            if (!isName || isOurs || importer?.includes('node_modules')) return null;
            return this.resolve(id, PAGE_ENTRY, { skipSelf: true });
        },
    };
}
