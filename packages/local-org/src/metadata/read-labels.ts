import { elements, flag, text } from './xml.ts';
import type { LabelMetadata, XmlElement } from './model.ts';

export function readLabels(xml: XmlElement): LabelMetadata[] {
    return elements(xml, 'labels').map((label) => ({
        name: text(label, 'fullName') ?? '',
        value: text(label, 'value') ?? '',
        language: text(label, 'language') ?? 'en_US',
        shortDescription: text(label, 'shortDescription') ?? '',
        translations: {},
        protected: flag(label, 'protected'),
    }));
}

/** `de.translation-meta.xml`: translated labels by label name; the other translated kinds are only shown on pages. */
export function readTranslatedLabels(xml: XmlElement): ReadonlyMap<string, string> {
    return new Map(
        elements(xml, 'customLabels')
            .map((label) => [(text(label, 'name') ?? '').toLowerCase(), text(label, 'label') ?? ''] as const)
            .filter(([, value]) => value !== ''),
    );
}

export function withTranslations(
    labels: readonly LabelMetadata[],
    byLanguage: ReadonlyMap<string, ReadonlyMap<string, string>>,
): LabelMetadata[] {
    return labels.map((label) => ({
        ...label,
        translations: Object.fromEntries(
            [...byLanguage].flatMap(([language, values]) => {
                const value = values.get(label.name.toLowerCase());
                return value === undefined ? [] : [[language, value]];
            }),
        ),
    }));
}
