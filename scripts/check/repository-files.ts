import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isExcluded } from './exclusions.ts';

/** Files that are in git or would be added to it. A file deleted but still in the index is left out. */
export function repositoryFiles(root: string): string[] {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
    });
    return [...new Set(listed.split('\0'))]
        .filter((file) => file !== '' && !isExcluded(file) && existsSync(join(root, file)))
        .sort();
}

/** Every file below a folder: the files of a fixture. */
export function folderFiles(root: string): string[] {
    return readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort();
}
