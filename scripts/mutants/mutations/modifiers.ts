import { type Edit, insert, type Mutation } from '../mutation.ts';
import type { ParsedSource } from '../parsed-source.ts';

const ANY_MODIFIER: readonly string[] = [
    'public',
    'private',
    'protected',
    'global',
    'static',
    'final',
    'abstract',
    'virtual',
    'override',
    'transient',
    'webservice',
    'with sharing',
];

const ANY_ANNOTATION: readonly string[] = [
    '@Future',
    '@Future(callout=true)',
    '@AuraEnabled',
    '@AuraEnabled(cacheable=true)',
    '@InvocableMethod',
    '@InvocableVariable',
    '@IsTest',
    '@TestSetup',
    '@TestVisible',
    '@HttpGet',
    '@HttpPost',
    '@RemoteAction',
    '@ReadOnly',
    '@Deprecated',
    '@NamespaceAccessible',
    '@UnknownAnnotation',
    "@SuppressWarnings('x')",
    '@AuraEnabled(unknown=true)',
    "@RestResource(urlMapping='x')",
];

const VISIBILITY = /\b(?:public|private|protected|global)\b/i;

/** Modifiers and annotations that are missing, too many, or at the wrong place. */
export const MODIFIER_MUTATIONS: readonly Mutation[] = [
    removing('override removed', /\boverride\s+/i),
    removing('virtual removed', /\bvirtual\s+/i),
    removing('abstract removed', /\babstract\s+/i),
    removing('static removed', /\bstatic\s+/i),
    removing('final removed', /\bfinal\s+/i),
    removing('visibility removed', /\b(?:public|private|protected|global)\s+/i),
    {
        name: 'other visibility',
        oracle: 'salesforce',
        edits: (source, random) =>
            headers(source).flatMap((header) =>
                rewritten(source, header, (text) =>
                    text.replace(VISIBILITY, random.pick(['public', 'private', 'protected', 'global'])),
                ),
            ),
    },
    {
        name: 'one modifier more',
        oracle: 'salesforce',
        edits: (source, random) => headers(source).map(({ start }) => insert(start, `${random.pick(ANY_MODIFIER)} `)),
    },
    {
        name: 'one annotation more',
        oracle: 'salesforce',
        edits: (source, random) => headers(source).map(({ start }) => insert(start, `${random.pick(ANY_ANNOTATION)} `)),
    },
    {
        name: 'annotation removed',
        oracle: 'salesforce',
        edits: (source) => source.all('Annotation').map(({ start, end }) => ({ start, end, text: '' })),
    },
    {
        name: 'annotation misspelt',
        oracle: 'salesforce',
        edits: (source) =>
            source.all('Annotation').map(({ start, name }) => insert(start + 1 + name.length, 'Unknown')),
    },
];

interface Header {
    readonly start: number;
    readonly end: number;
}

/** What stands before the name or type of a declaration: annotations, modifiers, keywords. */
function headers(source: ParsedSource): Header[] {
    const types = [
        ...source.all('ClassDeclaration'),
        ...source.all('InterfaceDeclaration'),
        ...source.all('EnumDeclaration'),
    ].map(({ start, name }) => ({ start, end: name.start }));
    const members = [...source.all('MethodDeclaration'), ...source.all('ConstructorDeclaration')].map(
        ({ start, name }) => ({ start, end: name.start }),
    );
    const variables = [...source.all('FieldDeclaration'), ...source.all('PropertyDeclaration')].map(
        ({ start, type }) => ({ start, end: type.start }),
    );
    return [...types, ...members, ...variables];
}

function rewritten(source: ParsedSource, { start, end }: Header, change: (text: string) => string): Edit[] {
    const text = source.between(start, end);
    const changed = change(text);
    return changed === text ? [] : [{ start, end, text: changed }];
}

function removing(name: string, pattern: RegExp): Mutation {
    return {
        name,
        oracle: 'salesforce',
        edits: (source) =>
            headers(source).flatMap((header) => rewritten(source, header, (text) => text.replace(pattern, ''))),
    };
}
