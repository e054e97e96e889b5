/** What is read of a package.json, and what of it is published. */
export interface PackageManifest {
    name: string;
    version: string;
    description: string;
    license: string;
    private?: boolean;
    exports?: Readonly<Record<string, string>>;
    dependencies?: Readonly<Record<string, string>>;
    devDependencies?: unknown;
    [other: string]: unknown;
}

/** Node versions that the published JavaScript runs on. */
const ENGINES = { node: '>=22.18' };

/** The manifest as it is published: JavaScript in place of TypeScript, nothing that only development needs. */
export function publishedManifest({ private: _, devDependencies: __, ...manifest }: PackageManifest): PackageManifest {
    const exports = Object.entries(manifest.exports ?? {}).map(([name, path]) => [name, path.replace(/\.ts$/, '.js')]);
    return { ...manifest, exports: Object.fromEntries(exports) as Record<string, string>, engines: ENGINES };
}
