/** The dependency rules of docs/architecture.md, as data. What is not listed is forbidden. */

interface PackageRule {
    /** Packages that its source may import. */
    imports: readonly string[];
    /** Packages that its tests may import besides: a client is tested against an org that it meets over HTTP. */
    testsImport: readonly string[];
}

const AN_ORG_TO_MEET = ['local-org', 'vendor-api'];

export const PACKAGES: Readonly<Record<string, PackageRule>> = {
    contract: { imports: [], testsImport: [] },
    soql: { imports: ['contract'], testsImport: [] },
    apex: { imports: ['contract'], testsImport: [] },
    'org-client': { imports: ['contract'], testsImport: AN_ORG_TO_MEET },
    'vendor-api': { imports: ['contract'], testsImport: [] },
    'local-org': { imports: ['apex', 'soql', 'contract'], testsImport: [] },
    pipe: { imports: ['org-client', 'contract'], testsImport: AN_ORG_TO_MEET },
    // Runs the package itself, whole: it may know both the org that runs it and the vendor that it talks to.
    'cycle-tests': { imports: ['local-org', 'vendor-api', 'apex', 'contract'], testsImport: [] },
    cli: { imports: ['pipe', 'local-org', 'org-client', 'contract'], testsImport: ['vendor-api'] },
};

export interface LayerRule {
    /** Where it applies, as a folder of the repository. */
    within: string;
    /** Folders whose modules may not be imported from there. */
    never: readonly string[];
    reason: string;
}

const COMPILER_PHASES = ['syntax', 'bind', 'check', 'emit'].map((phase) => `packages/apex/src/${phase}`);

export const LAYERS: readonly LayerRule[] = [
    {
        within: 'packages/apex/src/runtime',
        never: COMPILER_PHASES,
        reason: 'compiled code runs without the compiler',
    },
    {
        within: 'packages/apex/src/platform',
        never: COMPILER_PHASES,
        reason: 'the signatures of the platform are data that the compiler reads',
    },
];

export interface NameRule {
    within: readonly string[];
    names: RegExp;
    reason: string;
}

/** Names of the product in code that has to run anybody's project. */
export const FOREIGN_NAMES: readonly NameRule[] = [
    {
        within: ['packages/local-org/src/', 'packages/apex/src/', 'packages/soql/src/'],
        names: /\b(?:swstudio|EventQueue__c|SW_\w+__(?:c|e)|SWJob\w*|SWLog\w*|SalesWings\w*)\b/,
        reason: 'the local org deploys any project and does not know this product',
    },
];

/** Lines a file may have. */
export const LONGEST_FILE = 600;
/** Half of the files of an area should be shorter than this; reported, not enforced. */
export const MEDIAN_TARGET = 120;
export const MEASURED = /\.(?:ts|mjs|js|java|cls|trigger|html|css)$/;
