import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SfdxProject {
    namespace: string;
    sourceApiVersion: string;
    /** Folders, relative to the root, without a slash at the end. */
    packageDirectories: string[];
}

/** Nothing where there is no project: a gate then has nothing to look at. */
export function readSfdxProject(root: string): SfdxProject | undefined {
    const path = join(root, 'sfdx-project.json');
    if (!existsSync(path)) return undefined;
    const project = JSON.parse(readFileSync(path, 'utf8')) as {
        namespace?: string;
        sourceApiVersion?: string;
        packageDirectories: { path: string }[];
    };
    return {
        namespace: project.namespace ?? '',
        sourceApiVersion: project.sourceApiVersion ?? '',
        packageDirectories: project.packageDirectories.map(({ path: folder }) => folder.replace(/\/+$/, '')),
    };
}

export function isInProject(project: SfdxProject, file: string): boolean {
    return project.packageDirectories.some((folder) => file.startsWith(`${folder}/`));
}
