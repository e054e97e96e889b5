import { posix } from 'node:path';
import { parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

export interface MetadataFile {
    /** Relative to the root. */
    file: string;
    /** The name of the root element: CustomField, Layout, ... */
    type: string;
    /** As references spell it: `Status__c` of EventQueue__c is `EventQueue__c.Status__c`. */
    name: string;
    /** The object whose folder the file is in, where it is in one. */
    object: string | undefined;
    root: XmlElement;
}

export const META = /-meta\.xml$/;
const IN_OBJECT_FOLDER = /\/objects\/([^/]+)\/(?:[^/]+\/)?[^/]+$/;
const IN_BUNDLE = /\/(?:lwc|aura)\/([^/]+)\/[^/]+$/;
const SOURCE_SUFFIX = /\.[A-Za-z]+-meta\.xml$/;

/** @throws XmlSyntaxError for text that is not well-formed */
export function readMetadataFile(file: string, text: string): MetadataFile {
    const root = parseXml(text);
    const object = IN_OBJECT_FOLDER.exec(file)?.[1];
    const own = IN_BUNDLE.exec(file)?.[1] ?? decodeURIComponent(posix.basename(file).replace(SOURCE_SUFFIX, ''));
    const isChild = object !== undefined && root.name !== 'CustomObject';
    return { file, type: root.name, name: isChild ? `${object}.${own}` : own, object, root };
}
