import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { XmlElement } from '../../metadata/model.ts';
import { findProject, sourceFiles, type SourceFile } from '../../metadata/source-files.ts';
import { elements, flag, parseXml, text, texts } from '../../metadata/xml.ts';
import type {
    AppMetadata,
    LayoutMetadata,
    LightningPageMetadata,
    ListViewMetadata,
    PageMetadata,
    PlacedComponent,
    TabMetadata,
} from './page-metadata.ts';

const READERS: Readonly<Record<string, (into: Collected, source: SourceFile, xml: XmlElement) => void>> = {
    app: ({ apps }, { name }, xml) => apps.push({ name, label: text(xml, 'label') ?? name, tabs: texts(xml, 'tabs') }),
    tab: ({ tabs }, { name }, xml) => tabs.push({ name, label: text(xml, 'label'), shows: tabContent(xml) }),
    flexipage: ({ lightningPages }, { name }, xml) =>
        lightningPages.push({ name, label: text(xml, 'masterLabel') ?? name, components: placedComponents(xml) }),
    layout: ({ layouts }, source, xml) => layouts.push(readLayout(source, xml)),
    listView: ({ listViews }, source, xml) => listViews.push(readListView(source, xml)),
    object({ recordPages }, { name }, xml) {
        const view = elements(xml, 'actionOverrides').find(
            (override) => text(override, 'actionName') === 'View' && text(override, 'type') === 'Flexipage',
        );
        const page = view === undefined ? null : text(view, 'content');
        if (page !== null) recordPages.set(name, page);
    },
};

/** @throws MetadataError when there is no such folder; Error for a file that is not well-formed */
export function readPageMetadata(folder: string): PageMetadata {
    const collected: Collected = {
        apps: [],
        tabs: [],
        lightningPages: [],
        layouts: [],
        listViews: [],
        recordPages: new Map(),
    };
    for (const source of sourceFiles(findProject(folder))) {
        const reader = source.meta ? READERS[source.suffix] : undefined;
        reader?.(collected, source, parseXml(readFileSync(source.path, 'utf8')).root);
    }
    return collected;
}

interface Collected {
    readonly apps: AppMetadata[];
    readonly tabs: TabMetadata[];
    readonly lightningPages: LightningPageMetadata[];
    readonly layouts: LayoutMetadata[];
    readonly listViews: ListViewMetadata[];
    readonly recordPages: Map<string, string>;
}

function tabContent(xml: XmlElement): TabMetadata['shows'] {
    const [component, page] = [text(xml, 'lwcComponent'), text(xml, 'flexiPage')];
    if (flag(xml, 'customObject')) return { kind: 'object' };
    if (component !== null) return { kind: 'component', name: component };
    return page === null ? { kind: 'other' } : { kind: 'lightningPage', name: page };
}

function placedComponents(page: XmlElement): readonly PlacedComponent[] {
    return elements(page, 'flexiPageRegions')
        .flatMap((region) => elements(region, 'itemInstances'))
        .flatMap((item) => elements(item, 'componentInstance'))
        .map((placed) => ({
            name: (text(placed, 'componentName') ?? '').replace(/^c:/, ''),
            properties: Object.fromEntries(
                elements(placed, 'componentInstanceProperties').map((property) => [
                    text(property, 'name') ?? '',
                    text(property, 'value') ?? '',
                ]),
            ),
        }));
}

/** The file of a layout is named `Object__c-Layout Name`, with odd characters percent-encoded. */
function readLayout({ name }: SourceFile, xml: XmlElement): LayoutMetadata {
    const [object = '', ...rest] = decodeURIComponent(name).split('-');
    return {
        object,
        name: rest.join('-'),
        sections: elements(xml, 'layoutSections')
            .map((section) => ({
                label: text(section, 'label') ?? '',
                fields: elements(section, 'layoutColumns')
                    .flatMap((column) => elements(column, 'layoutItems'))
                    .flatMap((item) => text(item, 'field') ?? []),
            }))
            .filter(({ fields }) => fields.length > 0),
    };
}

function readListView({ name, directory }: SourceFile, xml: XmlElement): ListViewMetadata {
    return {
        object: basename(dirname(directory)),
        name,
        label: text(xml, 'label') ?? name,
        columns: texts(xml, 'columns'),
        filters: elements(xml, 'filters').map((filter) => ({
            field: text(filter, 'field') ?? '',
            operation: text(filter, 'operation') ?? 'equals',
            value: text(filter, 'value') ?? '',
        })),
        scope: text(xml, 'filterScope') ?? 'Everything',
    };
}
