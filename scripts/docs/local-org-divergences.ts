/** Where the local org is known to differ from the platform, and why; printed in docs/local-org.md. */
export interface Divergence {
    readonly area: string;
    readonly platform: string;
    readonly here: string;
    readonly reason: string;
}

export const divergences: readonly Divergence[] = [
    {
        area: 'Collections',
        platform: 'A `List<Integer>` may be used as a `List<Long>`, `List<Decimal>` and so on without copying.',
        here: 'Refused at compile time.',
        reason: 'Numbers of different types are represented differently; sharing the list would give wrong values.',
    },
    {
        area: 'Types at run time',
        platform: 'An Id in an Object variable is told from a String.',
        here: 'Text that is a valid Id answers `instanceof Id` with true, and `instanceof String` too.',
        reason: 'Ids are represented as text.',
    },
    {
        area: 'CPU time',
        platform: 'Measured on the server.',
        here: 'Counted in steps (method entries and turns of loops).',
        reason: 'A test must not depend on the machine it runs on.',
    },
    {
        area: 'Numbers in the database',
        platform: 'Up to 18 digits.',
        here: 'Stored as doubles: 15 to 17 significant digits.',
        reason: 'The API types of number fields are doubles as well.',
    },
    {
        area: 'Construction',
        platform:
            'Not published: whether fields of a subclass have their initial values while its superclass is constructed.',
        here: 'They have: initialisers of the subclass run before the constructor of the superclass.',
        reason: 'Public code whose superclass constructor calls an overriding method depends on it.',
    },
    {
        area: 'Search (SOSL)',
        platform: 'The search index stems words and knows synonyms.',
        here: 'Words are compared as they are, without case, with the wildcards `*` and `?`.',
        reason: 'The index is not published.',
    },
];

export interface SuiteResult {
    readonly name: string;
    readonly passed: number;
    readonly total: number;
    readonly causes: string;
}

/** Last run of `npm run suites`. */
export const suites: readonly SuiteResult[] = [
    { name: 'kevinohara80/sfdc-trigger-framework', passed: 13, total: 13, causes: '' },
];
