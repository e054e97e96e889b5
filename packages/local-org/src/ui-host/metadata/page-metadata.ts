/** The metadata of pages: what the source says of apps, tabs, Lightning pages, layouts and list views. */
export interface PageMetadata {
    readonly apps: readonly AppMetadata[];
    readonly tabs: readonly TabMetadata[];
    readonly lightningPages: readonly LightningPageMetadata[];
    readonly layouts: readonly LayoutMetadata[];
    readonly listViews: readonly ListViewMetadata[];
    /** Lightning page by object, where the object's `View` action is overridden by it. */
    readonly recordPages: ReadonlyMap<string, string>;
}

export interface AppMetadata {
    readonly name: string;
    readonly label: string;
    readonly tabs: readonly string[];
}

export interface TabMetadata {
    readonly name: string;
    readonly label: string | null;
    /** A tab of an object has the object's name. */
    readonly shows:
        | { readonly kind: 'object' }
        | { readonly kind: 'component'; readonly name: string }
        | { readonly kind: 'lightningPage'; readonly name: string }
        | { readonly kind: 'other' };
}

export interface LightningPageMetadata {
    readonly name: string;
    readonly label: string;
    readonly components: readonly PlacedComponent[];
}

export interface PlacedComponent {
    /** `setupPage`, or `force:detailPanel` for one of the platform's own. */
    readonly name: string;
    readonly properties: Readonly<Record<string, string>>;
}

export interface LayoutMetadata {
    readonly object: string;
    readonly name: string;
    readonly sections: readonly { readonly label: string; readonly fields: readonly string[] }[];
}

export interface ListViewMetadata {
    readonly object: string;
    readonly name: string;
    readonly label: string;
    /** `NAME`, `CREATED_DATE`, `Status__c` ... */
    readonly columns: readonly string[];
    readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
    /** `Everything`, `Mine` ... */
    readonly scope: string;
}
