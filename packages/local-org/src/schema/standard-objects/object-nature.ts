import type { ObjectNature, StandardObject } from './standard-object.ts';

export type Capabilities = Pick<
    StandardObject,
    | 'createable'
    | 'updateable'
    | 'deletable'
    | 'undeletable'
    | 'queryable'
    | 'searchable'
    | 'mergeable'
    | 'triggerable'
    | 'setup'
    | 'customizable'
>;

const SUFFIXES: readonly (readonly [RegExp, ObjectNature])[] = [
    [/^(\w+)ChangeEvent$/, 'changeEvent'],
    [/^(\w+)Share$/, 'share'],
    [/^(\w+?)(?:Field)?History$/, 'history'],
    [/^(\w+)Feed$/, 'feed'],
];

/** Objects whose name ends like that of a companion object. */
const NOT_COMPANIONS = new Set(['ActivityHistory', 'LoginHistory', 'OpportunityHistory', 'ProcessInstanceHistory']);

/** Nature by name: `AccountShare` is the share of Account, `OpportunityFieldHistory` the history of Opportunity. */
export function natureOf(name: string): { nature: ObjectNature; parentObject: string | null } {
    if (!NOT_COMPANIONS.has(name)) {
        for (const [pattern, nature] of SUFFIXES) {
            const parent = pattern.exec(name)?.[1];
            if (parent !== undefined) return { nature, parentObject: parent };
        }
    }
    return { nature: 'object', parentObject: null };
}

const NOTHING: Capabilities = {
    createable: false,
    updateable: false,
    deletable: false,
    undeletable: false,
    queryable: true,
    searchable: false,
    mergeable: false,
    triggerable: false,
    setup: false,
    customizable: false,
};

const BY_NATURE: Readonly<Record<ObjectNature, Capabilities>> = {
    object: { ...NOTHING, createable: true, updateable: true, deletable: true },
    share: { ...NOTHING, createable: true, updateable: true, deletable: true },
    history: NOTHING,
    feed: { ...NOTHING, deletable: true },
    changeEvent: { ...NOTHING, queryable: false, triggerable: true },
    platformEvent: { ...NOTHING, createable: true, queryable: false, triggerable: true },
    virtual: NOTHING,
};

/** What an object of this nature allows when the overlay says nothing else. */
export function defaultCapabilities(nature: ObjectNature): Capabilities {
    return BY_NATURE[nature];
}
