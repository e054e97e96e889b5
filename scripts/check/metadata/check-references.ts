import type { Fault } from '../gate.ts';
import type { MetadataFile } from '../package-model/metadata-file.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { childrenOf, textOf } from '../package-model/xml.ts';
import type { XmlElement } from '../package-model/xml.ts';
import { REFERENCE_RULES } from './reference-rules.ts';
import { whyUnresolved } from './resolve.ts';

export function checkReferences(model: PackageModel, metadata: MetadataFile): Fault[] {
    const object = objectOf(metadata);
    const faults: Fault[] = [];
    const check = (element: XmlElement, kind: Parameters<typeof whyUnresolved>[1], owner: string | undefined): void => {
        const message = whyUnresolved(model, kind, element.text, owner);
        if (message !== undefined)
            faults.push({ file: metadata.file, line: element.line, rule: 'unresolved-reference', message });
    };
    for (const rule of REFERENCE_RULES) {
        if (rule.in !== metadata.type) continue;
        for (const element of elementsAt(metadata.root, rule.at)) check(element, rule.kind, object);
    }
    for (const list of metadata.type === 'Layout' ? childrenOf(metadata.root, 'relatedLists') : []) {
        const [child, lookup] = textOf(list, 'relatedList').split('.');
        if (lookup === undefined) continue;
        for (const column of childrenOf(list, 'fields')) check(column, 'column', child);
    }
    if (metadata.type === 'CustomTab' && textOf(metadata.root, 'customObject') === 'true') {
        check({ ...metadata.root, text: metadata.name }, 'object', undefined);
    }
    return faults;
}

/** The object that an unqualified field belongs to: that of the folder, of the layout's name, or of the record's type. */
function objectOf({ type, name, object }: MetadataFile): string | undefined {
    if (type === 'Layout') return name.split('-')[0];
    if (type === 'CustomMetadata') return `${name.split('.')[0] ?? ''}__mdt`;
    return object;
}

function elementsAt(root: XmlElement, path: string): XmlElement[] {
    return path.split('/').reduce((elements, name) => elements.flatMap((element) => childrenOf(element, name)), [root]);
}
