import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { MetadataError } from './metadata-error.ts';

export interface SourceProject {
    /** Absolute; file names in diagnostics are relative to it. */
    readonly root: string;
    readonly directories: readonly string[];
    readonly namespace: string;
    readonly apiVersion: string;
}

/** A metadata file, or a folder that is one component (a Lightning bundle, an unzipped static resource). */
export interface SourceFile {
    readonly path: string;
    /** Relative to the project, with `/`. */
    readonly file: string;
    /** `Account.Name` of `Account.Name.field-meta.xml`. */
    readonly name: string;
    /** `field`; '' for a file without one. */
    readonly suffix: string;
    /** Of the `-meta.xml` kind. */
    readonly meta: boolean;
    readonly directory: string;
}

const DEFAULT_API_VERSION = '65.0';
const IGNORED_FOLDERS = new Set(['node_modules', '__tests__', '__mocks__']);
const BUNDLE_FOLDERS = new Set(['lwc', 'aura', 'experiences', 'waveTemplates', 'digitalExperiences']);

interface ProjectFile {
    readonly packageDirectories?: readonly { readonly path: string }[];
    readonly namespace?: string;
    readonly sourceApiVersion?: string;
}

/**
 * @param folder the folder of an `sfdx-project.json`, or one with metadata in source or in metadata format
 * @throws MetadataError when there is no such folder, or a package directory is missing
 */
export function findProject(folder: string): SourceProject {
    const root = resolve(folder);
    if (!existsSync(root)) throw new MetadataError('NO_SUCH_FOLDER', folder, 'the folder does not exist');
    const file = join(root, 'sfdx-project.json');
    if (!existsSync(file)) return { root, directories: [root], namespace: '', apiVersion: DEFAULT_API_VERSION };
    const project = JSON.parse(readFileSync(file, 'utf8')) as ProjectFile;
    const directories = (project.packageDirectories ?? []).map(({ path }) => resolve(root, path));
    for (const directory of directories) {
        if (!existsSync(directory)) {
            throw new MetadataError(
                'NO_SUCH_FOLDER',
                relative(root, directory),
                'sfdx-project.json names a folder that does not exist',
            );
        }
    }
    return {
        root,
        directories: withoutNested(directories),
        namespace: project.namespace ?? '',
        apiVersion: project.sourceApiVersion ?? DEFAULT_API_VERSION,
    };
}

/** All component files below the package directories, in the order of their paths, so that every run reads the same. */
export function* sourceFiles(project: SourceProject): Generator<SourceFile> {
    for (const directory of project.directories) yield* walk(directory, project.root);
}

function* walk(directory: string, root: string): Generator<SourceFile> {
    const inBundles = BUNDLE_FOLDERS.has(basename(directory));
    for (const entry of readdirSync(directory, { withFileTypes: true }).sort(byName)) {
        const path = join(directory, entry.name);
        if (entry.name.startsWith('.') || IGNORED_FOLDERS.has(entry.name)) continue;
        const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && statSync(path).isDirectory());
        if (!isFolder) {
            yield sourceFile(path, directory, root);
        } else if (inBundles) {
            yield { ...sourceFile(path, directory, root), suffix: basename(directory) };
        } else if (!isUnzippedResource(path)) {
            yield* walk(path, root);
        }
    }
}

function sourceFile(path: string, directory: string, root: string): SourceFile {
    const full = basename(path);
    const meta = full.endsWith('-meta.xml');
    const plain = meta ? full.slice(0, -'-meta.xml'.length) : full;
    const dot = plain.lastIndexOf('.');
    return {
        path,
        file: relative(root, path).replaceAll('\\', '/'),
        name: dot < 0 ? plain : plain.slice(0, dot),
        suffix: dot < 0 ? '' : plain.slice(dot + 1),
        meta,
        directory,
    };
}

/** A folder beside `Name.resource-meta.xml` is the content of the resource, not more metadata. */
function isUnzippedResource(path: string): boolean {
    return existsSync(`${path}.resource-meta.xml`);
}

/** A package directory inside another one would be read twice. */
function withoutNested(directories: readonly string[]): readonly string[] {
    return directories.filter(
        (directory) =>
            !directories.some((other) => other !== directory && !relative(other, directory).startsWith('..')),
    );
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
