import { ApexList } from '../../collections/list.ts';
import { ApexMap } from '../../collections/map.ts';
import { defineBuiltIn } from '../../built-in-type.ts';
import type { TypeLibrary } from '../../library.ts';
import { PageReference } from '../../web/page-reference.ts';
import { namedType, primitiveType } from '../../types-registry.ts';
import type { SObject } from '../../sobject/sobject.ts';
import { compareValues } from '../../compare.ts';
import { defineDataType, type DataObject } from '../data-object.ts';
import { nonNull } from '../receiver.ts';

const cookieMembers = ['name', 'value', 'path', 'maxAge', 'secure', 'sameSite', 'httpOnly'];

/** The parameters of the constructors come in the order of `cookieMembers`. */
function newCookie(...values: unknown[]): DataObject {
    return cookieType.create(Object.fromEntries(values.map((value, index) => [cookieMembers[index] ?? '', value])));
}

const cookieType = defineDataType('System.Cookie', {
    defaults: { secure: false, httpOnly: false },
    constructors: {
        'new(String,String,String,Integer,Boolean)': newCookie,
        'new(String,String,String,Integer,Boolean,String)': newCookie,
        'new(String,String,String,Integer,Boolean,String,Boolean)': newCookie,
    },
});

/** `System.SelectOption`; lists of them sort by value, then label, then whether they are disabled. */
export class SelectOption {
    value: string | null;
    label: string | null;
    disabled: boolean;
    escapeItem = true;

    constructor(value: string | null, label: string | null, disabled: boolean | null = false) {
        this.value = value;
        this.label = label;
        this.disabled = disabled === true;
    }

    compareTo(other: SelectOption): number {
        return (
            compareValues(this.value, other.value) ||
            compareValues(this.label, other.label) ||
            compareValues(this.disabled, other.disabled)
        );
    }

    toString(): string {
        return `System.SelectOption[value="${this.value}", label="${this.label}", disabled="${this.disabled}"]`;
    }
}

defineBuiltIn('System.SelectOption', SelectOption);

const newOption = (value: string | null, label: string | null, disabled?: boolean | null): SelectOption =>
    new SelectOption(value, label, disabled);

const selectOptionLibrary: TypeLibrary = {
    type: 'System.SelectOption',
    constructors: { 'new(String,String)': newOption, 'new(String,String,Boolean)': newOption },
    methods: {
        'getDisabled()': (option: SelectOption) => option.disabled,
        'getEscapeItem()': (option: SelectOption) => option.escapeItem,
        'getLabel()': (option: SelectOption) => option.label,
        'getValue()': (option: SelectOption) => option.value,
        'setDisabled(Boolean)': (option: SelectOption, disabled: boolean | null) => {
            option.disabled = disabled === true;
        },
        'setEscapeItem(Boolean)': (option: SelectOption, escapes: boolean | null) => {
            option.escapeItem = escapes === true;
        },
        'setLabel(String)': (option: SelectOption, label: string | null) => {
            option.label = label;
        },
        'setValue(String)': (option: SelectOption, value: string | null) => {
            option.value = value;
        },
    },
};

const pageReferenceLibrary: TypeLibrary = {
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

export const webLibraries: readonly TypeLibrary[] = [cookieType.library, selectOptionLibrary, pageReferenceLibrary];
