import { XMLParser } from 'fast-xml-parser';
import type { XmlElement, XmlValue } from './model.ts';

const parser = new XMLParser({
    ignoreDeclaration: true,
    ignorePiTags: true,
    attributeNamePrefix: '@',
    ignoreAttributes: (name: string) => name === 'xmlns' || name.startsWith('xmlns:'),
    parseTagValue: false,
    parseAttributeValue: false,
    // For numeric references such as &#10;.
    htmlEntities: true,
    // Label texts and formulas are long and full of entities; the limits protect servers from strangers' documents.
    processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
});

export interface XmlDocument {
    /** Name of the root element: the metadata type. */
    readonly type: string;
    readonly root: XmlElement;
}

/** @throws Error with fast-xml-parser's sentence when the text is not well-formed */
export function parseXml(text: string): XmlDocument {
    const document = parser.parse(text, true) as Record<string, XmlElement | string>;
    const [type, root] = Object.entries(document).find(([name]) => !name.startsWith('?')) ?? ['', ''];
    return { type, root: typeof root === 'string' ? {} : root };
}

/** The elements of that name, however often they occur. */
export function elements(parent: XmlElement, name: string): readonly XmlElement[] {
    return values(parent, name).filter((value) => typeof value === 'object') as XmlElement[];
}

export function element(parent: XmlElement, name: string): XmlElement | undefined {
    return elements(parent, name)[0];
}

export function texts(parent: XmlElement, name: string): readonly string[] {
    return values(parent, name).map(textOf);
}

/** Null where the element is absent; an empty element is empty text. */
export function text(parent: XmlElement, name: string): string | null {
    return texts(parent, name)[0] ?? null;
}

export function flag(parent: XmlElement, name: string, otherwise = false): boolean {
    const value = text(parent, name);
    return value === null || value === '' ? otherwise : value.toLowerCase() === 'true';
}

export function whole(parent: XmlElement, name: string): number | null {
    const value = text(parent, name);
    return value === null || value === '' ? null : Number.parseInt(value, 10);
}

function values(parent: XmlElement, name: string): readonly XmlValue[] {
    const value = parent[name];
    if (value === undefined) return [];
    return Array.isArray(value) ? (value as readonly XmlValue[]) : [value];
}

/** An element with attributes keeps its text under `#text`. */
function textOf(value: XmlValue): string {
    if (typeof value === 'string') return value;
    const inner = (value as XmlElement | undefined)?.['#text'];
    return typeof inner === 'string' ? inner : '';
}
