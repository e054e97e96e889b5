/**
 * Translates the Java spelling of the platform jars to Apex.
 *
 * The jars hold one Java class per Apex type, `com.nawforce.runforce.<Namespace>.<Type>`, with these conventions:
 * - a trailing `$` keeps an Apex name off a Java word or a method of java.lang.Object (`clone$`, `hashCode$`, `for$`);
 * - `java.lang.Object` is Apex Object; a Java array of an object type is a child relationship, elsewhere a List;
 * - package `Internal` holds what Apex cannot name: `RecordSet$<T>` (a query result, assignable to List<T>),
 *   `Object$`, `Any$`, and the typed variants of the describe tokens;
 * - packages `SObjects` and `SObjectStubs` hold the sObject types, which Apex keeps in namespace Schema;
 * - some namespaces are spelt in lower case, as in their URL, not as in the Apex reference.
 *
 * In the tables a type of namespace System is written without it, unless it is nested; every other type with it:
 * `List<Schema.FieldSet>`, `System.QueueableDuplicateSignature.Builder`.
 */
const ROOT = 'com.nawforce.runforce.';

const NAMESPACE_SPELLING: Readonly<Record<string, string>> = {
    applauncher: 'AppLauncher',
    cache: 'Cache',
    dom: 'Dom',
    eventbus: 'EventBus',
    reports: 'Reports',
    sfdc_enablement: 'Sfdc_Enablement',
    wavetemplate: 'WaveTemplate',
    SObjects: 'Schema',
    SObjectStubs: 'Schema',
};

const INTERNAL_TYPES: Readonly<Record<string, string>> = {
    Any$: 'Object',
    Object$: 'Object',
    RecordSet$: 'List',
    SObjectType$: 'Schema.SObjectType',
    SObjectFields$: 'Schema.SObjectTypeFields',
    SObjectTypeFields$: 'Schema.SObjectTypeFields',
    SObjectTypeFieldSets$: 'Schema.SObjectTypeFieldSets',
};

export interface PlatformName {
    readonly namespace: string;
    /** `Outer.Inner` for a nested type. */
    readonly name: string;
}

/** The Java package of a class, below the root: `System`, `SObjects`, `Internal`, `cache`. */
export function packageOf(javaName: string): string {
    return javaName.slice(ROOT.length).split('.')[0] ?? '';
}

/** Splits a binary class name into Apex namespace and type name. */
export function platformName(javaName: string): PlatformName {
    const [javaPackage = '', javaType = ''] = javaName.slice(ROOT.length).split('.');
    return {
        namespace: NAMESPACE_SPELLING[javaPackage] ?? javaPackage,
        name: memberName(javaType).replaceAll('$', '.'),
    };
}

/** An Apex member name; two methods of the jar carry the mark in front instead of behind. */
export function memberName(javaName: string): string {
    return javaName.replace(/^\$|\$$/g, '');
}

/** Translates a Java type as `Type.getTypeName()` spells it, generics included, to the notation of the tables. */
export function apexType(javaType: string): string {
    const array = javaType.match(/^(.*)\[\]$/);
    if (array) return `List<${apexType(array[1] ?? '')}>`;
    return javaType
        .replace(/[\w.$]+/g, (name) => apexTypeName(name))
        .replace(/(Schema\.SObject\w+)<\w+>/g, '$1')
        .replaceAll(/,\s*/g, ', ');
}

function apexTypeName(javaName: string): string {
    if (javaName.startsWith('java.lang.')) return javaName.slice('java.lang.'.length);
    if (!javaName.startsWith(ROOT)) return javaName;
    if (packageOf(javaName) === 'Internal') {
        const known = INTERNAL_TYPES[javaName.slice(`${ROOT}Internal.`.length)];
        if (known === undefined) throw new Error(`${javaName} has no Apex name: add it to INTERNAL_TYPES`);
        return known;
    }
    const { namespace, name } = platformName(javaName);
    return namespace === 'System' && !name.includes('.') ? name : `${namespace}.${name}`;
}
