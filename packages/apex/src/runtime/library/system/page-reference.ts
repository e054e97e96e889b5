import type { ApexList } from '../../collections/list.ts';
import { ApexMap } from '../../collections/map.ts';
import type { TypeLibrary } from '../../library.ts';
import type { SObject } from '../../sobject/sobject.ts';
import { namedType, primitiveType } from '../../types-registry.ts';
import { PageReference } from '../../web/page-reference.ts';
import type { DataObject } from '../data-object.ts';
import { nonNull } from '../receiver.ts';

export const pageReferenceLibrary: TypeLibrary = {
    type: 'System.PageReference',
    constructors: {
        'new(String)': (url: string) => PageReference.parse(nonNull(url)),
        'new(SObject)': (record: SObject) => PageReference.parse(`/${record.id ?? ''}`),
    },
    methods: {
        'getAnchor()': (page: PageReference) => page.anchor,
        'getCookies()': (page: PageReference) =>
            ApexMap.of(primitiveType('String'), namedType('System.Cookie'), page.cookies),
        'getHeaders()': (page: PageReference) => page.headers,
        'getParameters()': (page: PageReference) => page.parameters,
        'getRedirect()': (page: PageReference) => page.redirect,
        'getUrl()': (page: PageReference) => page.url(),
        'setAnchor(String)': (page: PageReference, anchor: string | null) => {
            page.anchor = anchor;
            return page;
        },
        'setCookies(List<Cookie>)': (page: PageReference, cookies: ApexList) => {
            for (const cookie of cookies.items as DataObject[]) page.cookies.set(String(cookie.get('name')), cookie);
        },
        'setRedirect(Boolean)': (page: PageReference, redirect: boolean | null) => {
            page.redirect = redirect;
            return page;
        },
    },
};
