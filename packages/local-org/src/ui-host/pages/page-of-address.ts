import type { PageMetadata, TabMetadata } from '../metadata/page-metadata.ts';
import { PageError, type PageSession } from '../org-access.ts';
import { listPage } from './list-page.ts';
import { describe, objectOfId } from './object-description.ts';
import type { AppModel, ComponentsPage, PageModel } from './page-model.ts';
import { recordPage } from './record-page.ts';

/** The apps and pages of what is deployed, as one user sees them. */
export class Pages {
    private readonly metadata: PageMetadata;
    /** Prefix of the names of what is deployed as a managed package, `ns__`; or ''. */
    private readonly prefix: string;

    constructor(metadata: PageMetadata, namespace: string) {
        this.metadata = metadata;
        this.prefix = namespace === '' ? '' : `${namespace}__`;
    }

    /** The first app; an org without one shows the tabs that there are. */
    async app({ orgAccess }: PageSession): Promise<AppModel> {
        const [app] = this.metadata.apps;
        const names = app?.tabs ?? this.metadata.tabs.map(({ name }) => name);
        const tabs = await Promise.all(
            names.map(async (name) => {
                const tab = this.tab(name);
                if (tab !== undefined && tab.shows.kind !== 'object')
                    return { label: tab.label ?? name, address: `/lightning/n/${name}` };
                const object = await describe(orgAccess, this.objectName(name)).catch(() => undefined);
                return object && { label: object.labelPlural, address: `/lightning/o/${object.name}/list` };
            }),
        );
        // a tab of an object that the user may not see is not there
        return { label: app?.label ?? 'Local org', tabs: tabs.filter((tab) => tab !== undefined) };
    }

    /** @throws PageError 404 for an address without a page, and what the org refuses */
    async page(session: PageSession, address: string): Promise<PageModel> {
        const { pathname, searchParams } = new URL(address, 'http://local');
        const [, kind, ...rest] = pathname.split('/').filter((part) => part !== '');
        if (kind === undefined) return this.home(session);
        if (kind === 'n') return this.tabPage(session, decodeURIComponent(rest[0] ?? ''));
        if (kind === 'o') {
            const object = this.objectName(rest[0] ?? '');
            return listPage(session, object, this.listViews(object), searchParams.get('filterName') ?? undefined);
        }
        if (kind === 'r' && rest.length > 0) return this.record(session, rest);
        throw new PageError(404, `The local org has no page at ${pathname}`);
    }

    private async home(session: PageSession): Promise<PageModel> {
        const { tabs } = await this.app(session);
        const [first] = tabs;
        if (first === undefined) throw new PageError(404, 'There is no app and no tab in this org that you may see');
        return this.page(session, first.address);
    }

    private async tabPage(session: PageSession, name: string): Promise<PageModel> {
        const tab = this.tab(name);
        if (tab === undefined) throw new PageError(404, `There is no tab ${name}`);
        if (tab.shows.kind === 'object') return this.page(session, `/lightning/o/${tab.name}/list`);
        return this.componentsPage(tab, tab.shows);
    }

    private componentsPage(tab: TabMetadata, shows: TabMetadata['shows']): ComponentsPage {
        const page = { kind: 'components', title: tab.label ?? tab.name, tab: `/lightning/n/${tab.name}` } as const;
        if (shows.kind === 'component') return { ...page, components: [{ name: shows.name, properties: {} }] };
        if (shows.kind === 'lightningPage') {
            const lightningPage = this.metadata.lightningPages.find(({ name }) => name === shows.name);
            if (lightningPage !== undefined) return { ...page, components: lightningPage.components };
        }
        throw new PageError(501, `The local org does not show what the tab ${tab.name} holds`);
    }

    /** `Object__c/id/view`, or `id/view` where the object is left to the id. */
    private async record(session: PageSession, parts: readonly string[]): Promise<PageModel> {
        const [first = '', second] = parts;
        const isId = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(first) && !/^[a-zA-Z0-9]{15}/.test(second ?? '');
        const object = isId ? await objectOfId(session.orgAccess, first) : first;
        const recordId = isId ? first : second;
        if (recordId === undefined) throw new PageError(404, 'The address of a record has no id');
        const source = this.sourceName(object);
        const lightningPage = this.metadata.recordPages.get(source);
        return recordPage(session, this.objectName(object), recordId, {
            layout: this.metadata.layouts.find((layout) => layout.object === source),
            components: this.metadata.lightningPages.find(({ name }) => name === lightningPage)?.components ?? [],
        });
    }

    private listViews(object: string) {
        const source = this.sourceName(object);
        return this.metadata.listViews.filter((view) => view.object === source);
    }

    private tab(name: string): TabMetadata | undefined {
        return this.metadata.tabs.find((tab) => tab.name === this.sourceName(name));
    }

    /** The name in the org: custom objects of a managed package carry its prefix. */
    private objectName(name: string): string {
        return /__[a-z]+$/i.test(name) && !name.startsWith(this.prefix) ? `${this.prefix}${name}` : name;
    }

    private sourceName(name: string): string {
        return this.prefix !== '' && name.startsWith(this.prefix) ? name.slice(this.prefix.length) : name;
    }
}
