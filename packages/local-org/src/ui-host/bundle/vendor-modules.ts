import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Where the modules that stand in for the platform's own (`lightning/navigation` ...) and the page shell are. */
export const BROWSER_FOLDER = join(import.meta.dirname, '../../../browser');
export const PLATFORM_MODULES = join(BROWSER_FOLDER, 'modules');

/** The base components that a page may not import: parts of others, or of hardware that a laptop lacks. */
const INTERNAL = /^primitive|^slds|^internal|navigation$|barcodeScanner/;

export type LwcModule =
    { readonly name: string; readonly path: string } | { readonly dir: string } | { readonly npm: string };

/** The folder of an installed package, whatever its `exports` allow to be imported. */
export function packageFolder(name: string): string {
    const folders = (require.resolve.paths(name) ?? []).map((path) => join(path, name));
    const found = folders.find((folder) => existsSync(join(folder, 'package.json')));
    if (found === undefined) throw new Error(`The package ${name} is not installed`);
    return found;
}

function packageJson(name: string): PackageJson {
    return JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')) as PackageJson;
}

/**
 * The modules of lightning-base-components. Its package.json lists them and exposes none of them, so that the resolver of
 * the compiler cannot find them by the package's name: they are passed on with absolute paths.
 */
export function baseComponentModules(): readonly LwcModule[] {
    const folder = packageFolder('lightning-base-components');
    return (packageJson('lightning-base-components').lwc?.modules ?? []).map((module) =>
        'name' in module
            ? { name: module.name, path: join(folder, module.path) }
            : { dir: join(folder, (module as { dir: string }).dir) },
    );
}

/** Names of the modules that lightning-base-components brings for itself, some of `@salesforce/*` among them. */
export function baseComponentModuleNames(): ReadonlySet<string> {
    return new Set(baseComponentModules().flatMap((module) => ('name' in module ? [module.name] : [])));
}

/** What is bundled once and shared by every page: engine, base components, platform modules. */
export function vendorModuleNames(): readonly string[] {
    const source = join(packageFolder('lightning-base-components'), 'src/lightning');
    const base = readdirSync(source).filter(
        (name) => !INTERNAL.test(name) && existsSync(join(source, name, `${name}.js`)),
    );
    const platform = readdirSync(join(PLATFORM_MODULES, 'lightning'));
    const shell = readdirSync(join(PLATFORM_MODULES, 'localorg'));
    return [
        'lwc',
        '@lwc/synthetic-shadow',
        ...new Set([...base, ...platform].map((name) => `lightning/${name}`)),
        ...shell.map((name) => `localorg/${name}`),
    ];
}

/** Changes when a version or a file of the vendor bundle changes. */
export function vendorStamp(): string {
    const files = readdirSync(BROWSER_FOLDER, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
    return JSON.stringify([
        packageJson('lwc').version,
        packageJson('lightning-base-components').version,
        ...files.map((file) => readFileSync(file, 'utf8')),
    ]);
}

interface PackageJson {
    readonly version: string;
    readonly lwc?: { readonly modules?: readonly LwcModule[] };
}
