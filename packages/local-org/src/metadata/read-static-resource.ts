import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { MetadataError } from './metadata-error.ts';
import { text } from './xml.ts';
import type { StaticResource, XmlElement } from './model.ts';
import type { SourceFile } from './source-files.ts';

/** Zip archives carry times; a fixed one makes the same folder the same bytes. */
const ARCHIVE_TIME = new Date(Date.UTC(1980, 0, 2));

/** The content lies beside the definition: `Name.<extension>`, `Name.resource`, or a folder `Name`. */
export function readStaticResource(xml: XmlElement, { name, file, directory }: SourceFile): StaticResource {
    const content = contentPath(directory, name);
    if (content === undefined) throw new MetadataError('MISSING_ELEMENT', file, 'the resource has no content file');
    return {
        name,
        contentType: text(xml, 'contentType') ?? 'application/octet-stream',
        cacheControl: text(xml, 'cacheControl') ?? 'Private',
        body: () => (statSync(content).isDirectory() ? zipFolder(content) : readFileSync(content)),
    };
}

function contentPath(directory: string, name: string): string | undefined {
    const folder = join(directory, name);
    if (existsSync(folder)) return folder;
    const candidates = readdirSync(directory).filter(
        (entry) => entry.slice(0, entry.lastIndexOf('.')) === name && !entry.endsWith('-meta.xml'),
    );
    return candidates[0] === undefined ? undefined : join(directory, candidates[0]);
}

function zipFolder(folder: string): Uint8Array {
    const entries: Record<string, Uint8Array> = {};
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
        if (!entry.isFile() || basename(entry.name) === '.DS_Store') continue;
        const path = join(entry.parentPath, entry.name);
        entries[relative(folder, path).replaceAll('\\', '/')] = readFileSync(path);
    }
    return zipSync(entries, { mtime: ARCHIVE_TIME });
}

function byPath(a: { parentPath: string; name: string }, b: { parentPath: string; name: string }): number {
    const [left, right] = [join(a.parentPath, a.name), join(b.parentPath, b.name)];
    return left < right ? -1 : left > right ? 1 : 0;
}
