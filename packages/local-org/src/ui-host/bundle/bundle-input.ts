/** A Lightning web component of a deployed project: a folder with `<name>.js` in it. */
export interface ComponentBundle {
    /** As in the source, such as `setupPage`. */
    readonly name: string;
    /** Namespace of the package that brings it; '' for the org's own. */
    readonly namespace: string;
    readonly folder: string;
    /** `isExposed` of its definition: it may stand on a page. */
    readonly isExposed: boolean;
}

/** What the `@salesforce/*` modules answer at build time. */
export interface BundleInput {
    readonly components: readonly ComponentBundle[];
    /** Texts by `namespace.name` and, for labels of the deployed source, by `c.name`. */
    readonly labels: ReadonlyMap<string, string>;
}

/** @throws by build functions, with the file and the sentence of the compiler */
export class ComponentBuildError extends Error {
    readonly code = 'COMPONENT_DOES_NOT_COMPILE';
    readonly file: string;

    constructor(file: string, sentence: string, cause: unknown) {
        super(`${file}: ${sentence}`, { cause });
        this.file = file;
    }
}
