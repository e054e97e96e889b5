/** Labels that are not the API name with its words apart, for fields that many objects have. */
const KNOWN: Readonly<Record<string, string>> = {
    CurrencyIsoCode: 'Currency ISO Code',
    DoNotCall: 'Do Not Call',
    Id: '%OBJECT% ID',
    IsDeleted: 'Deleted',
    LastActivityDate: 'Last Activity',
    Name: '%OBJECT% Name',
    Phone: 'Phone',
    SystemModstamp: 'System Modstamp',
    TimeZoneSidKey: 'Time Zone',
};

/** `AccountId` -> Account ID, `IsClosed` -> Closed, `BillingPostalCode` -> Billing Postal Code. */
export function fieldLabel(object: string, field: string): string {
    const known = KNOWN[field];
    if (known !== undefined) return known.replace('%OBJECT%', words(object));
    return words(field.replace(/^(Is|Has)(?=[A-Z])/, ''))
        .replace(/\bId$/, 'ID')
        .replace(/\bIds$/, 'IDs')
        .replace(/\bUrl\b/, 'URL')
        .replace(/\bIso\b/, 'ISO');
}

export function objectLabel(object: string): string {
    return words(object).replace(/ 2$/, '');
}

export function pluralLabel(label: string): string {
    if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`;
    if (/(s|x|ch|sh)$/.test(label)) return label.endsWith('s') && !label.endsWith('ss') ? label : `${label}es`;
    return `${label}s`;
}

function words(name: string): string {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
        .replace(/([a-z])(\d)/g, '$1 $2');
}
