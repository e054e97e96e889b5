import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ComponentSet, ForceIgnore, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import type { SourceComponent } from '@salesforce/source-deploy-retrieve';
import { childrenOf, parseXml, textOf } from '../package-model/xml.ts';

export interface NamedComponent {
    /** `Type:fullName`. */
    name: string;
    /** Relative to the root. */
    files: string[];
}

export interface ResolvedSource {
    components: NamedComponent[];
    isIgnored: (file: string) => boolean;
}

/** What the source tree holds: every component, and every child that has a file or an element of its own. */
export function resolveComponents(root: string, folders: readonly string[]): ResolvedSource {
    const ignored = ForceIgnore.findAndCreate(root);
    const top = fromSource(folders.map((folder) => join(root, folder)));
    const components = top
        .flatMap((component) => [component, ...component.getChildren()])
        .map((component) => ({
            name: `${component.type.name}:${component.fullName}`,
            files: [component.xml, ...component.walkContent()]
                .filter((path) => path !== undefined)
                .map((path) => relative(root, path).split(sep).join('/')),
        }));
    return { components, isIgnored: (file) => ignored.denies(join(root, file)) };
}

/** @returns the names of what a deployment would carry, read from the files that it would carry */
export async function convert(root: string, folders: readonly string[], target: string): Promise<Set<string>> {
    const source = ComponentSet.fromSource(folders.map((folder) => join(root, folder)));
    const output = { type: 'directory', outputDirectory: target, genUniqueDir: false } as const;
    await new MetadataConverter().convert(source, 'metadata', output);
    const deployed = fromSource([target]);
    return new Set(
        deployed.flatMap((component) => [`${component.type.name}:${component.fullName}`, ...childNames(component)]),
    );
}

function fromSource(folders: readonly string[]): SourceComponent[] {
    return [...ComponentSet.fromSource([...folders]).getSourceComponents()];
}

/** In the deployed form the children of an object are elements of its file; the resolver does not look for them there. */
function childNames(component: SourceComponent): string[] {
    const types = Object.values(component.type.children?.types ?? {});
    if (types.length === 0 || component.xml === undefined) return [];
    const root = parseXml(readFileSync(component.xml, 'utf8'));
    const isPart = component.type.strategies?.transformer === 'decomposed';
    return types.flatMap((type) =>
        childrenOf(root, type.xmlElementName ?? type.directoryName).map((element) => {
            const name = textOf(element, type.uniqueIdElement ?? 'fullName');
            return `${type.name}:${isPart ? `${component.fullName}.${name}` : name}`;
        }),
    );
}
