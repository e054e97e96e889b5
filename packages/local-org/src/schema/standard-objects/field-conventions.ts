/**
 * What a standard field is when nothing is known about it but its Apex type and name.
 *
 * The platform names its fields consistently: a `...Email` is an email of 80 characters, a `...City` text of 40, a
 * currency code a picklist that only multi-currency orgs have. The first rule that matches wins; the overlay has the
 * last word. Source: the "Primitive Data Types", "Field Types" and "System Fields" pages of the Object Reference.
 */
import { parseFieldNotation, type FieldOverride } from './field-notation.ts';

/** Filled in by the platform; a save never carries them (except with "Set Audit Fields upon Record Creation"). */
const SYSTEM_FIELDS: Readonly<Record<string, string>> = {
    Id: 'id(18) readonly defaulted idLookup',
    IsDeleted: 'boolean readonly defaulted',
    CreatedById: 'reference(User) readonly defaulted',
    CreatedDate: 'datetime readonly defaulted',
    LastModifiedById: 'reference(User) readonly defaulted',
    LastModifiedDate: 'datetime readonly defaulted',
    SystemModstamp: 'datetime readonly defaulted',
};

const BY_NAME: readonly (readonly [RegExp, string])[] = [
    [/^LastActivityDate$|^LastViewedDate$|^LastReferencedDate$/, 'same readonly'],
    [/^(Default)?CurrencyIsoCode$/, 'picklist(3) defaulted MultiCurrency'],
    [/^Division$/, 'picklist(15) defaulted Divisions'],
    [/^RecordTypeId$/, 'reference(RecordType) RecordTypes'],
    [/^OwnerId$/, 'same defaulted'],
    [/(State|Country)Code$/, 'picklist(10) StateAndCountryPicklists'],
    [
        /GeocodeAccuracy$/,
        'picklist(40) restricted: Address | NearAddress | Block | Street | ExtendedZip | Zip | Neighborhood | City | County | State | Unknown',
    ],
    [/(Latitude|Longitude)$/, 'double(18,15)'],
    [/Address$/, 'same'],
    [/Street$/, 'textarea(255)'],
    [/City$/, 'string(40)'],
    [/PostalCode$/, 'string(20)'],
    [/(State|Country)$/, 'string(80)'],
    [/^LastName$/, 'string(80)'],
    [/^FirstName$/, 'string(40)'],
    [/^Salutation$/, 'picklist(40): Mr. | Ms. | Mrs. | Dr. | Prof. | Mx.'],
    [/Email$/, 'email(80)'],
    [/(Phone|Fax)$/, 'phone(40)'],
    [/Website$|Url$|URL$/, 'url(255)'],
    [/Description$/, 'textarea(32000)'],
    [/^NamespacePrefix$/, 'string(15)'],
    [/^DeveloperName$|^MasterLabel$/, 'string(80)'],
    [/^Language$|^LanguageLocaleKey$|^LocaleSidKey$|^TimeZoneSidKey$/, 'picklist(40)'],
    [/Quantity$/, 'double(18,2)'],
    [/(Amount|Price|Revenue|Cost|Total|Subtotal)$/, 'currency(18,2)'],
    [/^Discount$|Percent(age)?$|^Probability$/, 'percent(5,2)'],
    [/^ApiVersion$/, 'double(18,1)'],
];

const BY_APEX_TYPE: Readonly<Record<string, string>> = {
    Address: 'address readonly',
    Blob: 'base64',
    Boolean: 'boolean defaulted',
    Date: 'date',
    Datetime: 'datetime',
    Decimal: 'double(18,2)',
    Double: 'double(18,2)',
    Id: 'reference',
    Integer: 'int(8)',
    Location: 'location readonly',
    Long: 'long',
    Object: 'anyType readonly',
    String: 'string(255)',
    'String[]': 'complexvalue',
    Time: 'time',
};

/** Describe types an Apex type may have; a name rule does not apply to a field of another Apex type. */
const TYPES_OF_APEX_TYPE: Readonly<Record<string, ReadonlySet<string>>> = {
    String: new Set([
        'string',
        'textarea',
        'picklist',
        'multipicklist',
        'email',
        'phone',
        'url',
        'combobox',
        'encryptedstring',
        'id',
    ]),
    Decimal: new Set(['double', 'currency', 'percent']),
    Double: new Set(['double', 'currency', 'percent']),
    Id: new Set(['id', 'reference']),
};

const parsed = new Map<string, FieldOverride>();

/** The conventional properties of a field, by the Apex type that the platform types give it. */
export function fieldConvention(apexType: string, name: string): FieldOverride {
    const notation = BY_APEX_TYPE[apexType];
    if (notation === undefined) throw new Error(`Field ${name}: Apex type ${apexType} has no describe type`);
    const base = parse(notation);
    const system = SYSTEM_FIELDS[name];
    if (system !== undefined) return { ...base, ...parse(system) };
    const rule = BY_NAME.map(([pattern, text]) => (pattern.test(name) ? parse(text) : undefined)).find(
        (candidate) => candidate !== undefined,
    );
    if (rule === undefined || !fits(apexType, rule.type)) return base;
    return { ...base, ...rule };
}

function fits(apexType: string, type: string | undefined): boolean {
    return (
        type === undefined ||
        (TYPES_OF_APEX_TYPE[apexType]?.has(type) ?? BY_APEX_TYPE[apexType]?.startsWith(type) === true)
    );
}

function parse(notation: string): FieldOverride {
    let override = parsed.get(notation);
    if (override === undefined) {
        override = parseFieldNotation(notation);
        parsed.set(notation, override);
    }
    return override;
}
