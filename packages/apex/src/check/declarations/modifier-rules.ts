import type { ElementKind } from './element.ts';

/**
 * Which modifier may stand where, and what it asks of its surroundings; the rules of the platform's own compiler, as data.
 * Names are the ones that its sentences print. `static`, `IsTest` and the like in the lists are such names.
 */
export interface ModifierRule {
    readonly name: string;
    readonly on: readonly ElementKind[];
    /** "X methods must be declared as Y" */
    readonly mustBe?: readonly string[];
    /** "X methods require at least one of the following Y, Z" */
    readonly oneOf?: readonly string[];
    /** "X methods cannot be Y" */
    readonly cannotBe?: Readonly<Partial<Record<ElementKind, readonly string[]>>>;
    /** "Defining type for X methods must be declared as Y" */
    readonly definingTypeMustBe?: readonly string[];
    /** "Defining type for X methods require at least one of the following Y, Z" */
    readonly definingTypeOneOf?: readonly string[];
    /** "Defining type for X fields cannot be Y" */
    readonly definingTypeCannotBe?: readonly string[];
    /** As for the defining type, one class further out. */
    readonly enclosingTypeMustBe?: readonly string[];
    readonly enclosingTypeOneOf?: readonly string[];
    /** "X can only be used on methods of a top level type" */
    readonly topLevelOnly?: true;
    /** "methods are by default X" */
    readonly byDefaultOn?: readonly ElementKind[];
}

const TYPES: readonly ElementKind[] = ['classes', 'interfaces', 'enums'];
const VARIABLES: readonly ElementKind[] = ['fields', 'properties'];
const MEMBERS: readonly ElementKind[] = [...VARIABLES, 'methods', 'constructors'];

/** By keyword as the syntax tree has it. */
export const KEYWORD_RULES: Readonly<Record<string, ModifierRule>> = {
    private: { name: 'private', on: [...TYPES, ...MEMBERS] },
    protected: { name: 'protected', on: MEMBERS, cannotBe: forEach([...VARIABLES, 'methods'], ['static']) },
    public: { name: 'public', on: [...TYPES, ...MEMBERS] },
    global: {
        name: 'global',
        on: [...TYPES, ...MEMBERS],
        definingTypeMustBe: ['global'],
        enclosingTypeMustBe: ['global'],
    },
    static: { name: 'static', on: [...VARIABLES, 'methods'], topLevelOnly: true },
    final: {
        name: 'final',
        on: ['classes', ...VARIABLES, 'methods', 'locals', 'parameters'],
        byDefaultOn: ['classes', 'methods'],
    },
    abstract: { name: 'abstract', on: ['classes', 'methods'], definingTypeMustBe: ['abstract'] },
    virtual: { name: 'virtual', on: ['classes', 'interfaces', 'methods'] },
    override: { name: 'override', on: ['methods'] },
    transient: { name: 'transient', on: [...VARIABLES, 'locals', 'parameters'] },
    webservice: {
        name: 'webService',
        on: [...VARIABLES, 'methods'],
        definingTypeMustBe: ['global'],
    },
    testmethod: {
        name: 'testMethod',
        on: ['methods'],
        mustBe: ['static'],
        definingTypeMustBe: ['IsTest'],
        topLevelOnly: true,
    },
    'with sharing': { name: 'withSharing', on: ['classes'] },
    'without sharing': { name: 'withoutSharing', on: ['classes'] },
    'inherited sharing': { name: 'inheritedSharing', on: ['classes'] },
};

const HTTP_METHOD: Omit<ModifierRule, 'name'> = {
    on: ['methods'],
    mustBe: ['global', 'static'],
    definingTypeMustBe: ['RestResource'],
};

/** By annotation name in lower case; annotations that the platform keeps to itself are in `INTERNAL_ANNOTATIONS`. */
export const ANNOTATION_RULES: Readonly<Record<string, ModifierRule>> = {
    auraenabled: {
        name: 'AuraEnabled',
        on: [...VARIABLES, 'methods'],
        oneOf: ['global', 'public'],
        cannotBe: { fields: ['static'], methods: ['NamespaceAccessible'] },
    },
    deprecated: { name: 'Deprecated', on: [...TYPES, ...MEMBERS] },
    future: { name: 'Future', on: ['methods'], mustBe: ['static'] },
    httpdelete: { name: 'HttpDelete', ...HTTP_METHOD },
    httpget: { name: 'HttpGet', ...HTTP_METHOD },
    httppatch: { name: 'HttpPatch', ...HTTP_METHOD },
    httppost: { name: 'HttpPost', ...HTTP_METHOD },
    httpput: { name: 'HttpPut', ...HTTP_METHOD },
    invocablemethod: {
        name: 'InvocableMethod',
        on: ['methods'],
        mustBe: ['static'],
        oneOf: ['global', 'public'],
    },
    invocablevariable: {
        name: 'InvocableVariable',
        on: ['fields'],
        oneOf: ['global', 'public'],
        cannotBe: { fields: ['static', 'final'] },
        definingTypeCannotBe: ['private'],
    },
    istest: {
        name: 'IsTest',
        on: ['classes', 'methods'],
        mustBe: ['static'],
        definingTypeMustBe: ['IsTest'],
        cannotBe: { classes: ['abstract', 'virtual'] },
        topLevelOnly: true,
    },
    jsonaccess: { name: 'JsonAccess', on: ['classes'] },
    namespaceaccessible: {
        name: 'NamespaceAccessible',
        on: [...TYPES, ...MEMBERS],
        oneOf: ['public', 'protected'],
        definingTypeOneOf: ['NamespaceAccessible', 'global'],
        enclosingTypeOneOf: ['NamespaceAccessible', 'global'],
    },
    readonly: { name: 'ReadOnly', on: ['methods'] },
    remoteaction: {
        name: 'RemoteAction',
        on: ['classes', ...VARIABLES, 'methods', 'locals'],
        mustBe: ['static'],
        oneOf: ['global', 'public'],
    },
    restresource: { name: 'RestResource', on: [...TYPES, 'methods'], mustBe: ['global'] },
    suppresswarnings: { name: 'SuppressWarnings', on: [...TYPES, ...MEMBERS, 'locals', 'parameters'] },
    testsetup: {
        name: 'TestSetup',
        on: ['methods'],
        mustBe: ['static'],
        definingTypeMustBe: ['IsTest'],
        cannotBe: { methods: ['IsTest'] },
        topLevelOnly: true,
    },
    testvisible: { name: 'TestVisible', on: [...TYPES, ...MEMBERS, 'locals'] },
};

/** "X annotation can only be used by Salesforce code" */
export const INTERNAL_ANNOTATIONS: Readonly<Record<string, string>> = {
    allowcertifiedapex: 'AllowCertifiedApex',
    hiddenfromdoc: 'HiddenFromDoc',
    namespaceguard: 'NamespaceGuard',
    permguard: 'PermGuard',
    privateapi: 'PrivateApi',
    sfdconly: 'SfdcOnly',
    useconnectdeserializer: 'UseConnectDeserializer',
    useconnectserializer: 'UseConnectSerializer',
    visibleapiversion: 'VisibleApiVersion',
};

/** Pairs that exclude each other; printed with the one that `first` says in front. */
export const CONFLICTS: readonly { readonly pair: readonly [string, string]; readonly first: 'written' | 'static' }[] =
    [
        { pair: ['static', 'virtual'], first: 'written' },
        { pair: ['static', 'abstract'], first: 'static' },
        { pair: ['static', 'override'], first: 'static' },
        { pair: ['with sharing', 'without sharing'], first: 'written' },
        { pair: ['with sharing', 'inherited sharing'], first: 'written' },
        { pair: ['without sharing', 'inherited sharing'], first: 'written' },
    ];

function forEach(
    kinds: readonly ElementKind[],
    names: readonly string[],
): Readonly<Partial<Record<ElementKind, readonly string[]>>> {
    return Object.fromEntries(kinds.map((kind) => [kind, names]));
}
