import type { PlacedComponent } from '../metadata/page-metadata.ts';

/** What the shell shows at an address. */
export type PageModel = ComponentsPage | RecordPage | ListPage;

interface AnyPage {
    readonly title: string;
    /** Address of the tab that is marked as the current one. */
    readonly tab: string;
}

export interface ComponentsPage extends AnyPage {
    readonly kind: 'components';
    readonly components: readonly PlacedComponent[];
}

export interface RecordPage extends AnyPage {
    readonly kind: 'record';
    readonly objectLabel: string;
    readonly components: readonly PlacedComponent[];
    readonly sections: readonly {
        readonly label: string;
        readonly fields: readonly { readonly name: string; readonly label: string; readonly displayValue: string }[];
    }[];
}

export interface ListPage extends AnyPage {
    readonly kind: 'list';
    readonly objectApiName: string;
    readonly view: string;
    readonly views: readonly { readonly label: string; readonly value: string }[];
    readonly columns: readonly { readonly name: string; readonly label: string }[];
    readonly rows: readonly Readonly<Record<string, string>>[];
    readonly summary: string;
}

/** Frame around every page. */
export interface AppModel {
    readonly label: string;
    readonly tabs: readonly { readonly label: string; readonly address: string }[];
}
