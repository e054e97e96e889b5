export type ConversionTarget = 'Account' | 'Contact' | 'Opportunity';

/** Which lead field fills which field of the converted records (Salesforce Help, "Lead Conversion Field Mapping"). */
export const LEAD_FIELD_MAPPING: Readonly<
    Record<ConversionTarget, readonly (readonly [lead: string, target: string])[]>
> = {
    Account: [
        ['AnnualRevenue', 'AnnualRevenue'],
        ['City', 'BillingCity'],
        ['Country', 'BillingCountry'],
        ['PostalCode', 'BillingPostalCode'],
        ['State', 'BillingState'],
        ['Street', 'BillingStreet'],
        ['Fax', 'Fax'],
        ['Industry', 'Industry'],
        ['LeadSource', 'AccountSource'],
        ['NumberOfEmployees', 'NumberOfEmployees'],
        ['Phone', 'Phone'],
        ['Rating', 'Rating'],
        ['Website', 'Website'],
    ],
    Contact: [
        ['City', 'MailingCity'],
        ['Country', 'MailingCountry'],
        ['PostalCode', 'MailingPostalCode'],
        ['State', 'MailingState'],
        ['Street', 'MailingStreet'],
        ['Description', 'Description'],
        ['Email', 'Email'],
        ['Fax', 'Fax'],
        ['FirstName', 'FirstName'],
        ['LastName', 'LastName'],
        ['LeadSource', 'LeadSource'],
        ['MobilePhone', 'MobilePhone'],
        ['Phone', 'Phone'],
        ['Salutation', 'Salutation'],
        ['Title', 'Title'],
    ],
    Opportunity: [['LeadSource', 'LeadSource']],
};
