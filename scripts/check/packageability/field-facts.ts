import type { MetadataFile } from '../package-model/metadata-file.ts';
import { childOf, textOf } from '../package-model/xml.ts';

export function isMasterDetail({ root }: MetadataFile): boolean {
    return textOf(root, 'type') === 'MasterDetail';
}

/** Filled by the platform alone. */
export function isCalculated({ root }: MetadataFile): boolean {
    return childOf(root, 'formula') !== undefined || /^(?:Summary|AutoNumber)$/.test(textOf(root, 'type'));
}

export function numberOf({ root }: MetadataFile, element: string): number | undefined {
    const text = textOf(root, element);
    return text === '' ? undefined : Number(text);
}

/** The line of an element, or of the component where it is missing. */
export function lineOf({ root }: MetadataFile, element: string): number {
    return childOf(root, element)?.line ?? root.line;
}
