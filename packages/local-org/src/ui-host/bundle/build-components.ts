import { rollup, type RollupBuild } from 'rollup';
import { type BundleInput, ComponentBuildError } from './bundle-input.ts';
import { PAGE_ENTRY, reportWarnings, rollupPlugins } from './rollup-options.ts';
import { vendorModuleNames } from './vendor-modules.ts';

/** Files of a build by name: `page.js`, chunks and source maps. */
export type BuiltFiles = ReadonlyMap<string, string>;

const EXPOSED = 'localorg:exposed-components';

/**
 * Bundles the project's own components with the page entry; what the vendor bundle holds stays an import of `/vendor/...`.
 *
 * @throws ComponentBuildError with the file of the component that does not compile
 */
export async function buildComponents(input: BundleInput): Promise<BuiltFiles> {
    const vendor = new Set(vendorModuleNames());
    let build: RollupBuild | undefined;
    try {
        build = await rollup({
            input: { page: PAGE_ENTRY },
            plugins: [exposedComponents(input), ...rollupPlugins(input)],
            external: (id) => vendor.has(id),
            onwarn: reportWarnings((warning) => {
                throw new ComponentBuildError(warning.loc?.file ?? warning.id ?? '', warning.message, warning);
            }),
        });
        const { output } = await build.generate({
            format: 'es',
            sourcemap: true,
            entryFileNames: '[name].js',
            paths: (id) => `/vendor/${id}.js`,
        });
        return new Map(
            output.map((file) => [
                file.fileName,
                file.type === 'chunk' ? file.code : Buffer.from(file.source).toString(),
            ]),
        );
    } catch (cause) {
        throw cause instanceof ComponentBuildError ? cause : buildError(cause);
    } finally {
        await build?.close();
    }
}

/** Every exposed component by its name, loaded when a page shows it. */
function exposedComponents({ components }: BundleInput) {
    const loaders = components
        .filter(({ isExposed }) => isExposed)
        .map(({ name }) => `    ${JSON.stringify(name)}: () => import('c/${name}'),`);
    return {
        name: 'exposed-components',
        resolveId: (id: string) => (id === EXPOSED ? `\0${EXPOSED}.js` : null),
        load: (id: string) =>
            id === `\0${EXPOSED}.js` ? `export const components = {\n${loaders.join('\n')}\n};` : null,
    };
}

function buildError(cause: unknown): ComponentBuildError {
    const { message, loc, id } = cause as Error & { loc?: { file?: string }; id?: string };
    // ids carry `?specifier=...`
    const [file = ''] = (loc?.file ?? id ?? '').split('?');
    return new ComponentBuildError(file || 'Lightning web components', message, cause);
}
