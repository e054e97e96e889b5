import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { BROWSER_FOLDER, packageFolder } from '../bundle/vendor-modules.ts';
import type { UiResponse } from './ui-response.ts';

const TYPES: Readonly<Record<string, string>> = {
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.map': 'application/json',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.gif': 'image/gif',
    '.jpg': 'image/jpeg',
    '.woff': 'font/woff',
    '.woff2': 'font/woff2',
    '.json': 'application/json',
};

export function contentTypeOf(file: string): string {
    return TYPES[extname(file)] ?? 'application/octet-stream';
}

/** A file below a folder; null where there is none, or the path leads out of the folder. */
export async function fileBelow(folder: string, path: string): Promise<UiResponse | null> {
    const file = normalize(join(folder, decodeURIComponent(path)));
    if (!file.startsWith(folder + sep)) return null;
    try {
        return { status: 200, headers: { 'content-type': contentTypeOf(file) }, body: await readFile(file) };
    } catch {
        return null;
    }
}

/** The design system, under `/slds` for pages and under `/assets` where base components look for icons. */
export function designSystemFile(path: string): Promise<UiResponse | null> {
    return fileBelow(join(packageFolder('@salesforce-ux/design-system'), 'assets'), path);
}

export function hostFile(name: string): Promise<UiResponse | null> {
    return fileBelow(BROWSER_FOLDER, name);
}
