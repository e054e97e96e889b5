import { MetadataError } from './metadata-error.ts';
import { element, elements, flag, text } from './xml.ts';
import type { CustomMetadataRecord, XmlElement } from './model.ts';
import type { SourceFile } from './source-files.ts';

/** `Type.Record.md-meta.xml`; in metadata format `Type.Record.md`. */
export function readCustomMetadata(xml: XmlElement, { name, file }: SourceFile): CustomMetadataRecord {
    const dot = name.indexOf('.');
    if (dot < 0) throw new MetadataError('INVALID_VALUE', file, 'the name must be Type.Record');
    const type = name.slice(0, dot);
    return {
        objectName: type.toLowerCase().endsWith('__mdt') ? type : `${type}__mdt`,
        developerName: name.slice(dot + 1),
        label: text(xml, 'label') ?? name.slice(dot + 1),
        protected: flag(xml, 'protected'),
        values: elements(xml, 'values').map((entry) => ({
            field: text(entry, 'field') ?? '',
            value: element(entry, 'value')?.['@xsi:nil'] === 'true' ? null : text(entry, 'value'),
        })),
        file,
    };
}
