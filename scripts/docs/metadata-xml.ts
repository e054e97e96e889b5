import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** One metadata element: its children by name, in file order. A child without children is its text. */
export interface MetadataElement {
    readonly [child: string]: readonly (MetadataElement | string)[];
}

const parser = new XMLParser({
    ignoreDeclaration: true,
    ignoreAttributes: true,
    parseTagValue: false,
    isArray: () => true,
});

/** The root element of a metadata file. @throws Error naming the file where it is not well-formed XML */
export function readMetadata(file: string): MetadataElement {
    let document: Record<string, (MetadataElement | string)[]>;
    try {
        document = parser.parse(readFileSync(file, 'utf8'), true) as typeof document;
    } catch (cause) {
        throw new Error(`${file} is not well-formed XML: ${(cause as Error).message}`, { cause });
    }
    const [root] = Object.values(document)[0] ?? [];
    return typeof root === 'object' ? root : {};
}

/** The metadata files of a folder that end in `.<kind>-meta.xml`, sorted by name; none where there is no such folder. */
export function metadataFiles(folder: string, kind: string): string[] {
    if (!existsSync(folder)) return [];
    return globSync(`*.${kind}-meta.xml`, { cwd: folder })
        .sort()
        .map((name) => join(folder, name));
}

/** The text of the first child of that name; undefined where there is none. */
export function text(element: MetadataElement, child: string): string | undefined {
    return element[child]?.find((value) => typeof value === 'string');
}

/** As `text`, for a child that the platform requires. @throws Error naming the child */
export function requiredText(element: MetadataElement, child: string): string {
    const value = text(element, child);
    if (value === undefined) throw new Error(`<${child}> is missing`);
    return value;
}

export function texts(element: MetadataElement, child: string): string[] {
    return (element[child] ?? []).filter((value) => typeof value === 'string');
}

export function elements(element: MetadataElement, child: string): MetadataElement[] {
    return (element[child] ?? []).filter((value) => typeof value === 'object');
}

export function isTrue(element: MetadataElement, child: string): boolean {
    return text(element, child) === 'true';
}
