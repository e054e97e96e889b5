/**
 * API names of custom components: `Foo__c`, `ns__Foo__c`, `Rel__r`, `Foo__Share`. A name has at most one namespace, and
 * its words never hold two underscores in a row, so the parts are unambiguous.
 */
const CUSTOM_NAME = /^(?:([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*)__)?([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*)__([A-Za-z]+)$/;

/** The parts of a geolocation: `Place__Latitude__s`. */
const COORDINATE_NAME =
    /^(?:([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*)__)?([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*__(?:Latitude|Longitude))__s$/i;

export interface CustomName {
    /** '' where the name carries none. */
    readonly namespace: string;
    /** Without namespace and suffix. */
    readonly base: string;
    /** `c`, `r`, `e`, `mdt`, `Share`, ... without the underscores. */
    readonly suffix: string;
}

/** Undefined for standard names. */
export function splitCustomName(name: string): CustomName | undefined {
    const coordinate = COORDINATE_NAME.exec(name);
    if (coordinate !== null) return { namespace: coordinate[1] ?? '', base: coordinate[2] ?? '', suffix: 's' };
    const match = CUSTOM_NAME.exec(name);
    if (match === null) return undefined;
    const [, namespace = '', base = '', suffix = ''] = match;
    return { namespace, base, suffix };
}

export function isCustomName(name: string): boolean {
    return splitCustomName(name) !== undefined;
}

/** `Foo__c` in `ns` is `ns__Foo__c`; standard names, and names that carry a namespace, stay as they are. */
export function qualify(name: string, namespace: string): string {
    if (namespace === '') return name;
    const custom = splitCustomName(name);
    return custom === undefined || custom.namespace !== '' ? name : `${namespace}__${name}`;
}

/** `ns__Foo__c` is `Foo__c`. */
export function localName(name: string): string {
    const custom = splitCustomName(name);
    return custom === undefined ? name : `${custom.base}__${custom.suffix}`;
}

export function namespaceOf(name: string): string {
    return splitCustomName(name)?.namespace ?? '';
}

/** `ns__Parent__c` is the lookup of the relationship `ns__Parent__r`; `OwnerId` of `Owner`. */
export function relationshipNameOf(lookup: string): string {
    if (lookup.endsWith('__c')) return `${lookup.slice(0, -1)}r`;
    return lookup.endsWith('Id') ? lookup.slice(0, -2) : lookup;
}
