import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { flag, parseXml } from '../../metadata/xml.ts';
import { findProject, sourceFiles } from '../../metadata/source-files.ts';
import type { ComponentBundle } from '../bundle/bundle-input.ts';

/**
 * The Lightning web components of a project.
 *
 * @throws MetadataError when there is no such folder
 */
export function readComponentBundles(folder: string, namespace: string): readonly ComponentBundle[] {
    const folders = [...sourceFiles(findProject(folder))].filter(({ suffix }) => suffix === 'lwc');
    return folders.flatMap(({ path }) => {
        const name = basename(path);
        if (!existsSync(join(path, `${name}.js`))) return [];
        return [{ name, namespace, folder: path, isExposed: isExposed(path, name) }];
    });
}

function isExposed(folder: string, name: string): boolean {
    const definition = readdirSync(folder).find((file) => file === `${name}.js-meta.xml`);
    if (definition === undefined) return false;
    return flag(parseXml(readFileSync(join(folder, definition), 'utf8')).root, 'isExposed');
}
